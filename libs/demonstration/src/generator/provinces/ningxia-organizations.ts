import { type OrganizationLine, organizations } from './organization-builders.js';

const LINES: readonly OrganizationLine[] = [
  ['helan', '宁夏贺兰山工业互联网有限公司', 'enterprise', 'provincial', 'yinchuan', '640106'],
  ['ningdongChem', '宁东智慧化工科技有限公司', 'enterprise', 'provincial', 'ningdong', '640181'],
  ['wuzhongSme', '吴忠市中小企业数字赋能中心有限公司', 'enterprise', 'local', 'wuzhong', '640302'],
  ['shizuishanCollege', '石嘴山智能制造职业技术学院', 'university', 'local', 'shizuishan', '640202'],
  ['saishang', '塞上理工大学', 'university', 'provincial', 'yinchuan', '640105'],
  ['coalInstitute', '宁夏煤化工技术研究所', 'researchInstitute', 'provincial', 'ningdong', '640181'],
  ['ningxiaDigital', '宁夏数字经济研究中心', 'researchInstitute', 'provincial', 'yinchuan', '640104'],
  ['liupan', '六盘工业学院', 'university', 'provincial', 'guyuan', '640402'],
  ['yellowBend', '黄河几字弯产业技术研究院', 'researchInstitute', 'provincial', 'yinchuan', '640106'],
];

/** Legal persons behind the centers of Ningxia, then members of consortia, then the employers of experts. All are invented. */
export const NINGXIA_ORGANIZATIONS = organizations(LINES);
