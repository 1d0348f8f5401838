import { createDocument, type DocumentTraits } from '../factories/document.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

type Reader = keyof TestTenant['tokens'];

const PROVINCE: Reader[] = ['provinceAdministrator', 'provinceOfficer', 'auditor'];
const EVERYBODY: Reader[] = [...PROVINCE, 'cityOfficer', 'centerOperator', 'expert'];

describe('a document that has no center', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
  });

  afterAll(() => platform?.stop());

  /** Who of the tenant reads it, alone and in the list. */
  const readersOf = async (traits: DocumentTraits): Promise<Reader[]> => {
    const id = await createDocument(platform.owner, tenant, traits);
    const readers: Reader[] = [];
    for (const who of EVERYBODY) {
      const caller = callerOf(platform, tenant.tokens[who]);
      const { status } = await caller.get(`documents/${id}`);
      expect([200, 404]).toContain(status);
      const { items } = (await caller.get('documents?limit=100').expect(200)).body;
      expect(items.some((item: { id: string }) => item.id === id)).toBe(status === 200);
      if (status === 200) readers.push(who);
    }
    return readers;
  };

  it('is the province’s alone unless it says otherwise', async () => {
    expect(await readersOf({})).toEqual(PROVINCE);
    expect(await readersOf({ released: true })).toEqual(PROVINCE);
  });

  it('is the bureau’s of its region, and the applicant’s once it is given out', async () => {
    const { regionId: region_id, organizationId: organization_id } = tenant;
    expect(await readersOf({ region_id })).toEqual([...PROVINCE, 'cityOfficer']);
    expect(await readersOf({ region_id, organization_id })).toEqual([...PROVINCE, 'cityOfficer']);
    const released = await readersOf({ region_id, organization_id, released: true });
    expect(released).toEqual([...PROVINCE, 'cityOfficer', 'centerOperator']);
  });

  it('is everybody’s when it is published, and not before', async () => {
    expect(await readersOf({ public: true })).toEqual(PROVINCE);
    expect(await readersOf({ public: true, released: true })).toEqual(EVERYBODY);
  });

  it('is read by the person who wrote it, and the auditor, alone when it would tell who said what', async () => {
    const { regionId: region_id, organizationId: organization_id, accounts } = tenant;
    const sheet = { region_id, organization_id, account_id: accounts.expert, confidential: true, released: true };
    expect(await readersOf(sheet)).toEqual(['auditor', 'expert']);
    await expect(createDocument(platform.owner, tenant, { ...sheet, public: true })).rejects.toThrow(
      'check constraint',
    );
  });

  it('is nobody’s of another tenant', async () => {
    const id = await createDocument(platform.owner, tenant, { public: true, released: true });
    const other = await createTenant(platform.owner);
    for (const who of EVERYBODY) await callerOf(platform, other.tokens[who]).get(`documents/${id}`).expect(404);
  });
});
