import type { Caller } from './caller.js';

/** What a dossier says that lacks nothing, beside the category's own figures. */
export const WRITTEN = {
  plan: {
    foundation: '依托省级重点实验室和工业互联网平台。',
    positioning: '面向全省制造企业的综合服务载体。',
    services: {
      technologyInnovation: '融合技术创新与标准研制。',
      industryIncubation: '产品孵化与中试。',
      resourceAggregation: '汇聚供应商、模型与数据集。',
      applicationPromotion: '诊断评估与供需对接。',
      ecosystem: '人才培养与活动组织。',
      decisionSupport: '产业监测与研判。',
    },
    goals: '三年服务企业六百家。',
    schedule: [{ by: '2025-12-31', goal: '完成平台建设' }],
    guarantees: '牵头单位每年投入运营经费。',
  },
  form: {
    legalRepresentative: '张建华',
    contactName: '李敏',
    contactPhone: '13912345678',
    contactEmail: 'limin@example.cn',
    address: '兰州市城关区雁南路1号',
    investment: '1200.00',
  },
} as const;

/** The figures that the category of an application asks for, all of them stated. */
async function statedFigures(caller: Caller, id: string, figure = '1000'): Promise<object> {
  const { values } = (await caller.get(`applications/${id}/form`).expect(200)).body;
  const stated = values as { measure: string; isWhole: boolean; fact: string | null }[];
  const claims = stated.filter(({ fact }) => fact === null);
  return {
    claimed: Object.fromEntries(claims.map(({ measure, isWhole }) => [measure, isWhole ? figure : '0.2'])),
    facts: Object.fromEntries(stated.flatMap(({ fact }) => (fact === null ? [] : [[fact, 60]]))),
  };
}

/** Saves a change on the version that is there now; gives the application. */
export async function saveDossier(caller: Caller, id: string, change: object) {
  const { version } = (await caller.get(`applications/${id}`).expect(200)).body;
  return (await caller.patch(`applications/${id}`, { version, change }).expect(200)).body;
}

/** Fills in everything that a comprehensive application needs before it can be submitted. */
export async function fillDossier(caller: Caller, id: string) {
  return saveDossier(caller, id, { ...WRITTEN, ...(await statedFigures(caller, id)) });
}
