import { bands, defineCategoryPlugin } from '@shucu/plugin-sdk';
import { examples } from './examples.js';
import { facts } from './facts.js';
import { measures } from './measures.js';
import { common } from './variants/common.js';
import { incubation } from './variants/incubation.js';
import { innovation } from './variants/innovation.js';
import { sme } from './variants/sme.js';
import { talent } from './variants/talent.js';

/** 功能类: annex (三), one common row and the 5, 5, 6 or 6 rows of a variant. Weights and bands are the platform's default; the rule document gives none. */
export default defineCategoryPlugin({
  id: 'functional',
  version: '1.0.0',
  sdk: '^1.0.0',
  title: { 'zh-CN': '功能类', en: 'Functional' },
  source: { document: '甘工信发〔2024〕128号', annex: '（三）功能类工业互联网数字化转型促进中心' },
  variants: [
    { id: 'innovation', title: { 'zh-CN': '技术创新', en: 'Technical innovation' } },
    { id: 'incubation', title: { 'zh-CN': '产业孵化', en: 'Industrial incubation' } },
    { id: 'talent', title: { 'zh-CN': '人才培育', en: 'Talent' } },
    { id: 'sme', title: { 'zh-CN': '中小企业服务', en: 'Service to SMEs' } },
  ],
  facts,
  measures,
  groups: [common, innovation, incubation, talent, sme],
  grading: bands({ excellent: 90, good: 75, pass: 60 }),
  templates: {
    ratingReport: new URL('../templates/rating-report.hbs', import.meta.url).href,
    revocationNotice: new URL('../templates/revocation-notice.hbs', import.meta.url).href,
  },
  examples,
});
