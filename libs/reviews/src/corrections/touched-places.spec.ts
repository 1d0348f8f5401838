import type { ApplicationContent } from '@shucu/applications';
import { consequencesOf, touchedBy } from './touched-places.js';

const content: ApplicationContent = {
  ...{ name: '甲中心', category: 'comprehensive', variant: null, industry: null, route: 'local' },
  dossier: { plan: { goals: '一' }, form: { contactPhone: '1', address: '甲路' } },
  claimed: { smes: '500' },
  facts: { operatingStaff: 50 },
  memberIds: ['m1'],
  evidence: { agreement: [], 'indicator:environment': [] },
};
const file = { fileId: 'f', name: '文件.pdf', sha256: 'a'.repeat(64) };
const after = (change: Partial<ApplicationContent>, places: string[] = []) =>
  consequencesOf(
    touchedBy(
      places.map((place) => ({ place })),
      content,
      { ...content, ...change },
    ),
  );

const BUREAU = ['preliminary', 'recommendation', 'formal'];

describe('a correction', () => {
  it('touches no approval where nothing that was approved is remarked or changed', () => {
    expect(after({}, ['form.contactPhone'])).toEqual({ kinds: [], visits: false });
  });

  it('voids the formal review alone by a change that the bureau did not look at', () => {
    for (const change of [
      { dossier: { ...content.dossier, form: { contactPhone: '2', address: '甲路' } } },
      { memberIds: ['m1', 'm2'] },
      { evidence: { ...content.evidence, agreement: [file] } },
      { name: '乙中心' },
    ]) {
      expect(after(change)).toEqual({ kinds: ['formal'], visits: false });
    }
  });

  it('voids what the bureau verified by a figure or its evidence, and keeps the visit', () => {
    for (const change of [
      { claimed: { smes: '480' } },
      { facts: { operatingStaff: 40 } },
      { variant: 'platform' },
      { evidence: { ...content.evidence, 'indicator:environment': [file] } },
    ]) {
      expect(after(change)).toEqual({ kinds: BUREAU, visits: false });
    }
    expect(after({}, ['claimed.smes'])).toEqual({ kinds: BUREAU, visits: false });
  });

  it('voids the visit as well by what was seen on site', () => {
    expect(after({ dossier: { ...content.dossier, plan: { goals: '二' } } })).toEqual({ kinds: BUREAU, visits: true });
    expect(after({ dossier: { ...content.dossier, form: { contactPhone: '1', address: '乙路' } } })).toEqual({
      kinds: BUREAU,
      visits: true,
    });
    expect(after({}, ['plan.services'])).toEqual({ kinds: BUREAU, visits: true });
  });
});
