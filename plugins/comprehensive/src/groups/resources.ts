import { atLeast, group, indicator, judged } from '@shucu/plugin-sdk';

/** 资源集聚共享. */
export const resources = group(
  '资源集聚共享',
  [
    indicator('infrastructure', {
      title: '基础设施资源',
      standard: '实现区域内新型网络、标识解析、平台等基础设施资源的高效管理与利用',
      weight: 4,
      evidence: ['systemScreenshot', 'report', 'siteVisit'],
      criteria: [judged('infrastructureUse', { title: '网络、标识解析、平台等基础设施资源的高效管理与利用' })],
    }),
    indicator('innovationResources', {
      title: '应用创新资源',
      standard: '实现不少于 150 个数字化转型相关模型、算法、工具、数据集等集聚沉淀与复用推广',
      weight: 6,
      evidence: ['list', 'systemScreenshot'],
      criteria: [atLeast('innovationResources', 150, '个', { title: '模型、算法、工具、数据集等资源' })],
    }),
    indicator('supplyResources', {
      title: '产业供给资源',
      standard: '集聚不少于 50 家数字化转型供应商资源，建成较高水平的工业互联网供给资源池',
      weight: 5,
      evidence: ['list', 'contract'],
      criteria: [
        atLeast('suppliers', 50, '家', { title: '数字化转型供应商' }),
        judged('supplyPool', { title: '工业互联网供给资源池水平较高' }),
      ],
    }),
  ],
  { id: 'resources' },
);
