import { bands, defineCategoryPlugin } from '@shucu/plugin-sdk';
import { examples } from './examples.js';
import { facts } from './facts.js';
import { application } from './groups/application.js';
import { innovation } from './groups/innovation.js';
import { operation } from './groups/operation.js';
import { resources } from './groups/resources.js';
import { results } from './groups/results.js';
import { talent } from './groups/talent.js';
import { measures } from './measures.js';

/** 行业类: the 11 rows of annex (二) for a center of exactly one industry. Weights and bands are the platform's default; the rule document gives none. */
export default defineCategoryPlugin({
  id: 'industry',
  version: '1.0.0',
  sdk: '^1.0.0',
  title: { 'zh-CN': '行业类', en: 'Industry' },
  source: { document: '甘工信发〔2024〕128号', annex: '（二）行业类工业互联网数字化转型促进中心' },
  // 第六条（二）: 技术融合创新验证、应用推广服务和资源集聚协同.
  requiredServiceAreas: ['technologyInnovation', 'resourceAggregation', 'applicationPromotion'],
  facts,
  measures,
  groups: [operation, innovation, resources, application, talent, results],
  grading: bands({ excellent: 90, good: 75, pass: 60 }),
  templates: {
    ratingReport: new URL('../templates/rating-report.hbs', import.meta.url).href,
    revocationNotice: new URL('../templates/revocation-notice.hbs', import.meta.url).href,
  },
  examples,
});
