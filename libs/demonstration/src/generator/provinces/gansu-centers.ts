import { quality } from './center-builders.js';
import { GANSU_FUNCTIONAL_CENTERS } from './gansu-functional-centers.js';
import { GANSU_INDUSTRY_CENTERS } from './gansu-industry-centers.js';
import type { CenterDefinition } from './province.types.js';

const GANSU_COMPREHENSIVE_CENTERS: readonly CenterDefinition[] = [
  {
    key: 'comprehensive-lanzhou',
    name: '甘肃（兰州）工业互联网数字化转型促进中心',
    category: 'comprehensive',
    variant: null,
    industry: null,
    region: 'lanzhou',
    lead: 'longyun',
    members: ['longyuanUniversity', 'silkTelecom', 'yunding'],
    announcedOn: '2022-08-19',
    field: 'platform',
    years: { 2023: quality(0.9), 2024: quality(0.95), 2025: quality(0.97, { judgement: 0.95 }) },
  },
  {
    key: 'comprehensive-new-area',
    name: '甘肃（兰州新区）工业互联网数字化转型促进中心',
    category: 'comprehensive',
    variant: null,
    industry: null,
    region: 'lanzhouNewArea',
    lead: 'newAreaDigital',
    members: ['silkTelecom'],
    announcedOn: '2023-06-09',
    field: 'data',
    years: { 2023: quality(0.72), 2024: quality(0.8), 2025: quality(0.83, { training: 0.7 }) },
  },
  {
    key: 'comprehensive-tianshui',
    name: '甘肃（天水）工业互联网数字化转型促进中心',
    category: 'comprehensive',
    variant: null,
    industry: null,
    region: 'tianshui',
    lead: 'tianshuiSmart',
    members: ['longyouUniversity', 'equipmentAssociation'],
    announcedOn: '2023-09-15',
    field: 'automation',
    years: { 2023: quality(0.62), 2024: quality(0.67), 2025: quality(0.67, { clients: 0.6, training: 0.75 }) },
  },
];

/** The promotion centers of Gansu: 3 comprehensive, 10 industry (one a candidate), 8 functional of all four variants. */
export const GANSU_CENTERS: readonly CenterDefinition[] = [
  ...GANSU_COMPREHENSIVE_CENTERS,
  ...GANSU_INDUSTRY_CENTERS,
  ...GANSU_FUNCTIONAL_CENTERS,
];
