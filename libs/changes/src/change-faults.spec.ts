import { changeFaults } from './change-faults.js';

const party = {
  creditCode: '91350100M000100Y43',
  name: '新单位',
  kind: 'enterprise',
  ownership: 'local',
  regionId: 'r',
} as const;

describe('what a change report says', () => {
  it.each([
    ['centerRename', { name: '新名称' }],
    ['merger', { organizationId: 'o', party, region: '兰州市' }],
    ['memberJoins', { party, region: '兰州市' }],
    ['relocation', { organizationId: 'o', address: '天水市' }],
    ['relocation', { organizationId: 'o', address: '天水市', region: '天水市' }],
    ['legalRepresentative', { organizationId: 'o', legalRepresentative: '周立', name: undefined }],
  ] as const)('is whole for a %s', (kind, content) => {
    expect(changeFaults(kind, content)).toEqual([]);
  });

  it('is told field by field where something is missing or has no place', () => {
    const faults = changeFaults('organizationRename', { party });
    expect(faults.map(({ field, rule }) => `${field}:${rule}`)).toEqual([
      'content.organizationId:required',
      'content.name:required',
      'content.party:absent',
    ]);
    expect(faults[0]?.message).toContain('发生变更的单位');
  });
});
