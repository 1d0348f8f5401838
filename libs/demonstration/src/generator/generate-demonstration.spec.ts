import { isExistingDate, sha256 } from '@shucu/kernel';
import {
  EVIDENCE_KINDS,
  FIELDS,
  LINKS,
  overrideFaults,
  PARTNER_KINDS,
  RESOURCE_KINDS,
  SERVICE_TYPES,
} from '@shucu/plugin-sdk';
import { creditCheckDigit } from './basis/credit-code.js';
import { isDayOff } from './basis/working-days.js';
import { generateDemonstration } from './generate-demonstration.js';
import { builtInCriteria, pluginOf } from './plugins.fixture.js';
import type { DemoTenant } from './rows.types.js';

const generate = (seed: string): DemoTenant[] => generateDemonstration({ seed, criteria: builtInCriteria });
const tenants = generate('spec');
const [gansu, ningxia] = tenants as [DemoTenant, DemoTenant];
const ROW_LISTS = [
  'regions',
  'organizations',
  'accounts',
  'ruleSets',
  'centers',
  'serviceRecords',
  'resources',
  'expertAssignments',
] as const satisfies readonly (keyof DemoTenant)[];

const hashOf = (value: unknown): string => sha256(JSON.stringify(value));
const isValidCode = (code: string): boolean => code.charAt(17) === creditCheckDigit(code.slice(0, 17));

describe('the demonstration', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(hashOf(generate('spec'))).toBe(hashOf(tenants));
    expect(hashOf(generate('other'))).not.toBe(hashOf(tenants));
  });

  it('has the two provinces in full', () => {
    expect(gansu.regions).toHaveLength(15);
    expect(gansu.regions.filter(({ divisionCode }) => divisionCode === null).map(({ name }) => name)).toEqual([
      '兰州新区',
    ]);
    expect(gansu.centers.length).toBeGreaterThanOrEqual(16);
    expect(gansu.serviceRecords.length).toBeGreaterThan(20_000);
    expect(ningxia.centers).toHaveLength(4);
    expect(ningxia.serviceRecords.length).toBeGreaterThan(1_300);
    const kinds = new Set(gansu.centers.map(({ category, variant }) => variant ?? category));
    expect([...kinds].sort()).toEqual(['comprehensive', 'incubation', 'industry', 'innovation', 'sme', 'talent']);
  });

  it('has somebody in every role of domain §4', () => {
    for (const { accounts, centers } of tenants) {
      const numberOf = (wanted: string): number => accounts.filter(({ role }) => role === wanted).length;
      const roles = ['provinceAdministrator', 'provinceOfficer', 'cityOfficer', 'expert', 'auditor', 'centerOperator'];
      expect(roles.map(numberOf)).toEqual([1, 2, 1, 3, 1, centers.length]);
    }
  });

  it('has a candidate, a center announced in 2025, and one industry center an industry (第八条)', () => {
    expect(gansu.centers.filter(({ status }) => status === 'candidate')).toHaveLength(1);
    expect(gansu.centers.filter(({ announcedOn }) => announcedOn?.startsWith('2025'))).toHaveLength(1);
    const industries = gansu.centers.flatMap(({ industry }) => industry ?? []);
    expect(new Set(industries).size).toBe(industries.length);
    const leads = gansu.centers.map(({ leadOrganizationId }) => leadOrganizationId);
    expect(new Set(leads).size).toBe(leads.length);
  });

  it('gives every row an id of its own, over all tables and both tenants', () => {
    const ids = tenants.flatMap((tenant) => ROW_LISTS.flatMap((list) => tenant[list].map(({ id }) => id)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['甘肃省', '宁夏回族自治区'])('refers only to rows of the same tenant: %s', (name) => {
    const tenant = tenants.find((one) => one.tenant.name === name) as DemoTenant;
    const idsOf = (list: (typeof ROW_LISTS)[number]): Set<string | null> => new Set(tenant[list].map(({ id }) => id));
    const [regions, organizations, accounts, centers] = (
      ['regions', 'organizations', 'accounts', 'centers'] as const
    ).map(idsOf) as [Set<string>, Set<string>, Set<string>, Set<string>];
    const records = [...tenant.serviceRecords, ...tenant.resources];
    expect(tenant.organizations.every(({ regionId }) => regions.has(regionId))).toBe(true);
    expect(tenant.centers.every((one) => regions.has(one.regionId) && organizations.has(one.leadOrganizationId))).toBe(
      true,
    );
    expect(
      tenant.centerMembers.every((one) => centers.has(one.centerId) && organizations.has(one.organizationId)),
    ).toBe(true);
    expect(
      [...records, ...tenant.yearlyFacts].every((row) => centers.has(row.centerId) && accounts.has(row.createdBy)),
    ).toBe(true);
    const judged = [...tenant.expertAssignments, ...tenant.expertScores];
    expect(judged.every((row) => centers.has(row.centerId) && accounts.has(row.expertId))).toBe(true);
    expect(tenant.expertAssignments.every(({ assignedBy }) => accounts.has(assignedBy))).toBe(true);
    const rows = [
      ...records,
      ...tenant.expertAssignments,
      ...tenant.expertScores,
      ...tenant.accounts,
      ...tenant.referenceFigures,
      ...tenant.ruleSets,
    ];
    expect(rows.every(({ tenantId }) => tenantId === tenant.tenant.id)).toBe(true);
  });

  it('has valid credit codes only, one name each', () => {
    for (const tenant of tenants) {
      const named = [...tenant.serviceRecords, ...tenant.resources].flatMap(({ enterprise, enterpriseName }) =>
        enterprise ? [[enterprise, enterpriseName] as const] : [],
      );
      const organizations = tenant.organizations.map(({ creditCode, name }) => [creditCode, name] as const);
      const pairs = new Set([...organizations, ...named].map(([code, name]) => `${code} ${name}`));
      const codes = new Set([...pairs].map((pair) => pair.slice(0, 18)));
      expect(codes.size).toBe(pairs.size);
      expect(new Set([...pairs].map((pair) => pair.slice(19))).size).toBe(pairs.size);
      expect([...codes].filter((code) => !isValidCode(code))).toEqual([]);
    }
  });

  it('has dates that exist, in their years, on working days but for a few', () => {
    const served = tenants.flatMap(({ serviceRecords }) => serviceRecords);
    expect(
      served.filter(({ servedOn, year }) => !isExistingDate(servedOn) || Number(servedOn.slice(0, 4)) !== year),
    ).toEqual([]);
    expect(new Set(served.map(({ year }) => year))).toEqual(new Set([2023, 2024, 2025]));
    expect(served.filter(({ servedOn }) => isDayOff(servedOn)).length).toBeLessThan(0.06 * served.length);
    const held = tenants.flatMap(({ resources }) => resources);
    expect(held.filter(({ acquiredOn, retiredOn }) => retiredOn !== null && retiredOn < acquiredOn)).toEqual([]);
    expect(held.filter(({ acquiredOn }) => !isExistingDate(acquiredOn))).toEqual([]);
    expect(held.some(({ retiredOn }) => retiredOn !== null)).toBe(true);
  });

  it('uses the words of the vocabulary, and says why a row is void', () => {
    const known = (word: string | null, terms: object): boolean => word === null || word in terms;
    for (const { serviceRecords, resources } of tenants) {
      expect(serviceRecords.filter(({ type }) => !known(type, SERVICE_TYPES))).toEqual([]);
      expect(
        resources.filter((one) => !known(one.kind, RESOURCE_KINDS) || !known(one.partnerKind, PARTNER_KINDS)),
      ).toEqual([]);
      const rows = [...serviceRecords, ...resources];
      expect(rows.filter(({ link, field }) => !known(link, LINKS) || !known(field, FIELDS))).toEqual([]);
      expect(rows.flatMap(({ evidence }) => evidence).filter(({ kind }) => !known(kind, EVIDENCE_KINDS))).toEqual([]);
      expect(rows.filter(({ status, voidReason }) => (status === 'void') !== (voidReason !== null))).toEqual([]);
      expect(rows.filter(({ title }) => title === '' || /[〈〉]|undefined/u.test(title))).toEqual([]);
    }
  });

  it('declares exactly the facts that the plugins ask, and overrides that fit them', () => {
    for (const { centers, yearlyFacts, ruleSets } of tenants) {
      for (const { id, category } of centers) {
        const own = yearlyFacts.filter(({ centerId, year }) => centerId === id && year === 2025);
        const facts = own.map(({ name, value }) => [
          name,
          name === 'smePlatformOperating' ? value === '1' : Number(value),
        ]);
        expect(pluginOf(category).facts.strict().safeParse(Object.fromEntries(facts)).error).toBeUndefined();
      }
      const overrides = Object.entries(ruleSets[0]?.overrides ?? {});
      expect(overrides.flatMap(([category, own]) => overrideFaults(pluginOf(category), own))).toEqual([]);
    }
  });

  it('counts no more above-scale enterprises than the province has', () => {
    const served = new Map(gansu.serviceRecords.map((row) => [row.enterprise, row]));
    for (const { industry, value } of gansu.referenceFigures.filter(({ year }) => year === 2023)) {
      const own = [...served.values()].filter((row) => row.aboveScale && row.industry === industry);
      expect(own.length).toBeLessThanOrEqual(Number(value));
    }
  });

  it('has assigned to every expert exactly what that expert scored', () => {
    for (const { expertAssignments, expertScores } of tenants) {
      const of = (rows: readonly { expertId: string; centerId: string; year: number }[]): Set<string> =>
        new Set(rows.map(({ expertId, centerId, year }) => `${expertId} ${centerId} ${year}`));
      expect(of(expertAssignments)).toEqual(of(expertScores));
      expect(of(expertAssignments).size).toBe(expertAssignments.length);
    }
  });

  it('lets no expert judge a center of the own employer', () => {
    for (const { accounts, centers, centerMembers } of tenants) {
      const employers = accounts.filter(({ role }) => role === 'expert').map(({ organizationId }) => organizationId);
      const behind = [
        ...centers.map((one) => one.leadOrganizationId),
        ...centerMembers.map((one) => one.organizationId),
      ];
      expect(behind.filter((id) => employers.includes(id))).toEqual([]);
    }
  });
});
