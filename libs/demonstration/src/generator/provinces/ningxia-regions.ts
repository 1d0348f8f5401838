import type { RegionDefinition } from './province.types.js';
import { area, city } from './region-builders.js';

/** The six reviewing bodies of Ningxia: the bureaus of five cities, and that of the chemical base of Ningdong. */
export const NINGXIA_REGIONS: readonly RegionDefinition[] = [
  city({
    key: 'yinchuan',
    name: '银川市',
    code: '640100',
    weight: 34,
    strengths: 'C34 C27 C14 C40 I65 C39',
    counties: '640104兴庆区 640105西夏区 640106金凤区 640121永宁县 640122贺兰县 640181灵武市',
  }),
  city({
    key: 'shizuishan',
    name: '石嘴山市',
    code: '640200',
    weight: 17,
    strengths: 'C31 C32 C26 C35 C30',
    counties: '640202大武口区 640205惠农区 640221平罗县',
  }),
  city({
    key: 'wuzhong',
    name: '吴忠市',
    code: '640300',
    weight: 17,
    strengths: 'C14 C40 C30 C13 C32',
    counties: '640302利通区 640303红寺堡区 640323盐池县 640324同心县 640381青铜峡市',
  }),
  city({
    key: 'guyuan',
    name: '固原市',
    code: '640400',
    weight: 6,
    strengths: 'C13 C14 C30',
    counties: '640402原州区 640422西吉县 640423隆德县 640424泾源县 640425彭阳县',
  }),
  city({
    key: 'zhongwei',
    name: '中卫市',
    code: '640500',
    weight: 12,
    strengths: 'C26 C31 C30 D44',
    counties: '640502沙坡头区 640521中宁县 640522海原县',
  }),
  area({
    key: 'ningdong',
    name: '宁东能源化工基地',
    bureau: '宁东能源化工基地管委会经济发展局',
    shortName: '宁东',
    code: '640100',
    weight: 14,
    strengths: 'C25 C26 D44 B06 C29',
    counties: '640181宁东镇',
  }),
];
