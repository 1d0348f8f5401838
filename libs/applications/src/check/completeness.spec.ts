import {
  atLeast,
  bands,
  count,
  defineCategoryPlugin,
  fact,
  group,
  indicator,
  ratio,
  type ServiceArea,
} from '@shucu/plugin-sdk';
import { z } from 'zod';
import type { ApplicationContent } from '../dossier/application-content.js';
import { completenessFaults, evidenceHints } from './completeness.js';

const served = count().from('service').inYear();

function pluginWith(requiredServiceAreas: readonly ServiceArea[]) {
  return defineCategoryPlugin({
    id: 'sample',
    version: '1.0.0',
    sdk: '^1.0.0',
    title: { 'zh-CN': '样例', en: 'Sample' },
    source: { document: '样例〔2026〕1号', annex: '（一）' },
    requiredServiceAreas,
    measures: { served, share: ratio(served, served), staff: fact('staff') },
    groups: [
      group(
        '服务',
        [
          indicator('scale', {
            title: '服务规模',
            standard: '服务企业 200 家以上，覆盖 10%',
            weight: 60,
            criteria: [
              atLeast('served', 200, '家', { title: '服务企业' }),
              atLeast('share', '0.1', '%', { title: '覆盖率' }),
            ],
          }),
          indicator('people', {
            title: '人员',
            standard: '50 人以上',
            weight: 40,
            criteria: [atLeast('staff', 50, '人', { title: '运营人数' })],
          }),
        ],
        { id: 'service' },
      ),
    ],
    grading: bands({ excellent: 90, good: 75, pass: 60 }),
    facts: z.object({ staff: z.int().min(0).meta({ title: '运营人数' }) }),
    templates: { ratingReport: 'file:///report.hbs', revocationNotice: 'file:///notice.hbs' },
    examples: [
      {
        name: '满分',
        measures: { served: '200', share: '0.1', staff: '50' },
        opinions: {},
        expected: { total: '100' },
      },
    ],
  });
}

const whole: ApplicationContent = {
  name: '甲中心',
  category: 'sample',
  variant: null,
  industry: null,
  route: 'local',
  dossier: {
    plan: {
      foundation: '基础',
      positioning: '定位',
      services: { ecosystem: '活动' },
      goals: '目标',
      schedule: [{ by: '2025-12-31', goal: '挂牌' }],
      guarantees: '保障',
    },
    form: {
      legalRepresentative: '张三',
      contactName: '李四',
      contactPhone: '13900000000',
      address: '兰州',
      investment: '100',
    },
  },
  claimed: { served: '0', share: '0.05' },
  facts: { staff: 0 },
  memberIds: [],
  evidence: {},
};

describe('an application before it is submitted', () => {
  const plugin = pluginWith([]);
  const faultsOf = (change: Partial<ApplicationContent>, of = plugin): string[] =>
    completenessFaults(of, { ...whole, ...change }).map(({ field, rule }) => `${field} ${rule}`);

  it('lacks nothing once everything is written and every figure stated, a 0 included', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('must say what it offers: one service area, or all that the category names (第六条)', () => {
    const { services: _services, ...plan } = whole.dossier.plan ?? {};
    expect(faultsOf({ dossier: { ...whole.dossier, plan } })).toEqual(['plan.services required']);
    const demanding = pluginWith(['ecosystem', 'decisionSupport']);
    expect(faultsOf({}, demanding)).toEqual(['plan.services.decisionSupport serviceArea']);
  });

  it('needs of a consortium the terms and the agreement (第五条)', () => {
    const consortium = ['consortium.signedOn required', 'consortium.division required', 'evidence.agreement required'];
    expect(faultsOf({ memberIds: ['m'] })).toEqual(consortium);
    const file = { fileId: 'f', name: '协议.pdf', sha256: 'a'.repeat(64) };
    const dossier = { ...whole.dossier, consortium: { signedOn: '2025-01-01', division: '分工' } };
    expect(faultsOf({ memberIds: ['m'], dossier, evidence: { agreement: [file] } })).toEqual([]);
  });

  it('names each figure that is not stated or makes no sense', () => {
    expect(faultsOf({ claimed: {}, facts: {} })).toEqual([
      'claimed.served required',
      'claimed.share required',
      'facts.staff required',
    ]);
    expect(faultsOf({ claimed: { served: '1.5', share: '10%' }, facts: { staff: -3 } })).toEqual([
      'claimed.served whole',
      'claimed.share decimal',
      'facts.staff too_small',
    ]);
    expect(faultsOf({ claimed: { ...whole.claimed, staff: '50' } })).toEqual(['claimed.staff oneOf']);
  });

  it('is told which indicators nothing bears out, which keeps it from nothing', () => {
    const file = { fileId: 'f', name: '台账.xlsx', sha256: 'b'.repeat(64) };
    const hints = evidenceHints(plugin, { ...whole, evidence: { 'indicator:scale': [file] } });
    expect(hints.map(({ field }) => field)).toEqual(['evidence.indicator:people']);
  });
});
