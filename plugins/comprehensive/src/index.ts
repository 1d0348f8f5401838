import { bands, defineCategoryPlugin, SERVICE_AREAS, type ServiceArea } from '@shucu/plugin-sdk';
import { examples } from './examples.js';
import { facts } from './facts.js';
import { application } from './groups/application.js';
import { ecosystem } from './groups/ecosystem.js';
import { incubation } from './groups/incubation.js';
import { innovation } from './groups/innovation.js';
import { operation } from './groups/operation.js';
import { resources } from './groups/resources.js';
import { results } from './groups/results.js';
import { measures } from './measures.js';

/** 综合类: the 19 rows of annex (一). Weights and bands are the platform's default; the rule document gives none. */
export default defineCategoryPlugin({
  id: 'comprehensive',
  version: '1.0.0',
  sdk: '^1.0.0',
  title: { 'zh-CN': '综合类', en: 'Comprehensive' },
  source: { document: '甘工信发〔2024〕128号', annex: '（一）综合类工业互联网数字化转型促进中心' },
  // 第六条（一）: all of 第二条.
  requiredServiceAreas: Object.keys(SERVICE_AREAS) as ServiceArea[],
  facts,
  measures,
  groups: [operation, innovation, incubation, resources, application, ecosystem, results],
  grading: bands({ excellent: 90, good: 75, pass: 60 }),
  templates: {
    ratingReport: new URL('../templates/rating-report.hbs', import.meta.url).href,
    revocationNotice: new URL('../templates/revocation-notice.hbs', import.meta.url).href,
  },
  examples,
});
