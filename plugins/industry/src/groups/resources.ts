import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 资源集聚共享. */
export const resources = group(
  '资源集聚共享',
  [
    indicator('innovationResources', {
      title: '应用创新资源',
      standard:
        '汇集 50 个行业模型、应用场景、算法、解决方案，涉及生产制造、经营管理、研发设计、采购销售等 3 个以上环节',
      weight: 10,
      evidence: ['list', 'systemScreenshot'],
      criteria: [
        atLeast('industryResources', 50, '个', { title: '行业模型、应用场景、算法、解决方案' }),
        atLeast('coveredLinks', 3, '个', { title: '资源涉及的行业环节' }),
      ],
    }),
    indicator('supplyResources', {
      title: '产业供给资源',
      standard: '建成面向行业企业的工业互联网供给资源池',
      weight: 7,
      evidence: ['list', 'contract'],
      criteria: [judged('supplyPool', { title: '面向行业企业的工业互联网供给资源池' })],
    }),
  ],
  { id: 'resources' },
);
