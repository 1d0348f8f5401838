import type { ApplicationContent } from '../dossier/application-content.js';
import { contentDifferences } from './content-differences.js';

const content: ApplicationContent = {
  name: '甲中心',
  category: 'comprehensive',
  variant: null,
  industry: null,
  route: 'local',
  dossier: { plan: { goals: '一', schedule: [{ by: '2025-06-01', goal: '挂牌' }], services: { ecosystem: '有' } } },
  claimed: { smes: '500' },
  facts: { operatingStaff: 50 },
  memberIds: ['m1'],
  evidence: { agreement: [{ fileId: 'f1', name: '协议.pdf', sha256: 'a'.repeat(64) }] },
};
const nameOf = (id: string): string => `单位${id}`;

describe('two contents of an application', () => {
  it('do not differ from themselves', () => {
    expect(contentDifferences(content, structuredClone(content), nameOf)).toEqual([]);
  });

  it('differ field by field, down to a step of the schedule, a member and the hash of a file', () => {
    const later: ApplicationContent = {
      ...content,
      name: '乙中心',
      dossier: { plan: { goals: '一', schedule: [{ by: '2025-07-01', goal: '挂牌' }] }, form: { contactName: '李四' } },
      claimed: { smes: '520' },
      facts: {},
      memberIds: ['m1', 'm2'],
      evidence: { agreement: [{ fileId: 'f2', name: '协议.pdf', sha256: 'b'.repeat(64) }] },
    };
    const shown = contentDifferences(content, later, nameOf).map(
      ({ field, before, after }) => `${field}: ${before} → ${after}`,
    );
    expect(shown.sort()).toEqual(
      [
        'name: 甲中心 → 乙中心',
        'plan.schedule.0.by: 2025-06-01 → 2025-07-01',
        'plan.services.ecosystem: 有 → null',
        'form.contactName: null → 李四',
        'claimed.smes: 500 → 520',
        'facts.operatingStaff: 50 → null',
        'memberIds: 单位m1 → 单位m1、单位m2',
        'evidence.agreement: 协议.pdf（SHA-256 aaaaaaaaaaaa） → 协议.pdf（SHA-256 bbbbbbbbbbbb）',
      ].sort(),
    );
  });
});
