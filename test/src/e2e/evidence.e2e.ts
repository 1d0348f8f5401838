import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestS3 } from '@shucu/files/testing';
import { tenantTransaction } from '@shucu/tenancy';
import request, { type Response } from 'supertest';
import { createCenter } from '../factories/center.factory.js';
import { createPerson } from '../factories/person.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { download, uploadFile } from '../harness/upload.js';
import { createElsewhere } from '../isolation/elsewhere.js';

describe('evidence', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let operator: Caller;
  let centerId: string;
  let stranger: string;

  const record = (fileIds: readonly string[]) => ({
    centerId,
    type: 'training',
    servedOn: '2025-04-24',
    title: '数字化培训',
    evidence: fileIds.map((fileId) => ({ kind: 'signInSheet', title: '签到表', fileId })),
  });
  const upload = (content: string, by = tenant.tokens.centerOperator): Promise<string> =>
    uploadFile(platform, by, '签到表.txt', content);
  const statusFor = async (token: string, fileId: string): Promise<number> =>
    (await download(platform, token, fileId)).status;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    operator = callerOf(platform, tenant.tokens.centerOperator);
    centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    const { organization } = await createElsewhere(platform, tenant);
    stranger = (await createPerson(platform.owner, tenant, { role: 'centerOperator', organizationId: organization }))
      .token;
  });

  afterAll(() => platform?.stop());

  it('is the uploader’s and the organization’s until a row cites it, then of whoever may read that row', async () => {
    const fileId = await upload('签到');
    const colleague = { role: 'centerOperator', organizationId: tenant.organizationId } as const;
    expect(await statusFor((await createPerson(platform.owner, tenant, colleague)).token, fileId)).toBe(200);
    const { cityOfficer, provinceOfficer, auditor, expert } = tenant.tokens;
    for (const token of [cityOfficer, provinceOfficer, auditor, expert, stranger]) {
      expect(await statusFor(token, fileId)).toBe(404);
    }
    const { body } = await operator.post('service-records', record([fileId])).expect(201);
    expect(body.evidence).toEqual([{ kind: 'signInSheet', title: '签到表', fileId }]);
    for (const token of [cityOfficer, provinceOfficer, auditor]) expect(await statusFor(token, fileId)).toBe(200);
    for (const token of [expert, stranger, tenant.tokens.provinceAdministrator]) {
      expect(await statusFor(token, fileId)).toBe(token === tenant.tokens.provinceAdministrator ? 200 : 404);
    }
    const other = await createTenant(platform.owner);
    for (const token of Object.values(other.tokens)) expect(await statusFor(token, fileId)).toBe(404);
  });

  it('is cited only by who has it, in the transaction of the row', async () => {
    const theirs = await upload('别人的', stranger);
    const unknown = '01a00000-0000-7000-8000-000000000000';
    const before = (await operator.get('service-records').expect(200)).body.items.length;
    const answers: Response[] = [];
    for (const fileId of [theirs, unknown]) {
      answers.push(await operator.post('service-records', record([fileId])).expect(422));
    }
    const [first, second] = answers.map(({ body }) => ({ ...body, requestId: '' }));
    expect(first).toEqual(second);
    expect(first).toMatchObject({ code: 'evidence.unknown' });
    expect((await operator.get('service-records').expect(200)).body.items).toHaveLength(before);
    const both = { kind: 'contract', title: '合同', fileId: unknown, sha256: 'a'.repeat(64) };
    await operator.post('service-records', { ...record([]), evidence: [both] }).expect(422);
  });

  it('goes with a change of its row, and stays readable for what the row rested on earlier', async () => {
    const [first, second] = [await upload('一'), await upload('二')];
    const { body } = await operator.post('service-records', record([first])).expect(201);
    const change = { evidence: record([second]).evidence };
    await operator.patch(`service-records/${body.id}`, { version: 1, change }).expect(200);
    for (const fileId of [first, second]) expect(await statusFor(tenant.tokens.cityOfficer, fileId)).toBe(200);
    await operator.post(`service-records/${body.id}/void`, { version: 2, reason: '重复登记' }).expect(200);
    expect(await statusFor(tenant.tokens.cityOfficer, second)).toBe(200);
    await operator.patch(`service-records/${body.id}`, { version: 1, change }).expect(409);
  });

  it('speaks for the year to which its row is moved', async () => {
    const fileId = await upload('跨年');
    const { body } = await operator.post('service-records', record([fileId])).expect(201);
    const years = (): Promise<{ year: number; live: boolean }[]> =>
      tenantTransaction(platform.owner, tenant.id, (manager) =>
        manager.query(
          `SELECT year, withdrawn_at IS NULL AS live FROM evidence_citation
           WHERE tenant_id = $1 AND subject_id = $2 ORDER BY id`,
          [tenant.id, body.id],
        ),
      );
    await operator.patch(`service-records/${body.id}`, { version: 1, change: { title: '改名' } }).expect(200);
    expect(await years()).toEqual([{ year: 2025, live: true }]);
    await operator.patch(`service-records/${body.id}`, { version: 2, change: { servedOn: '2024-12-30' } }).expect(200);
    expect(await years()).toEqual([
      { year: 2025, live: false },
      { year: 2024, live: true },
    ]);
  });

  it('is of resources and yearly facts as well', async () => {
    const [patent, payroll] = [await upload('专利证书'), await upload('工资表')];
    const item = (fileId: string) => [{ kind: 'certificate', title: '证书', fileId }];
    const resource = { centerId, kind: 'patent', acquiredOn: '2025-02-01', title: '专利', evidence: item(patent) };
    await operator.post('resources', resource).expect(201);
    const fact = { centerId, year: 2025, name: 'operatingStaff', value: 52, evidence: item(payroll) };
    const { body } = await operator.put('yearly-facts', fact).expect(200);
    expect(body.evidence).toEqual(item(payroll));
    for (const fileId of [patent, payroll]) expect(await statusFor(tenant.tokens.cityOfficer, fileId)).toBe(200);
    expect(await statusFor(stranger, payroll)).toBe(404);
  });

  it('is of one place no more than so many files', async () => {
    const files: string[] = [];
    for (let n = 0; n < 21; n += 1) files.push(await upload(`第 ${n} 份`));
    const refused = await operator.post('service-records', record(files)).expect(422);
    expect(refused.body).toMatchObject({ code: 'evidence.tooMany', title: '一处最多引用 20 个文件' });
    await operator.post('service-records', record(files.slice(1))).expect(201);
  });

  it('is not given out where it is no longer what it was', async () => {
    const fileId = await upload('原文');
    const { sha256 } = (await operator.get(`evidence-files/${fileId}`).expect(200)).body;
    const folder = join(platform.environment.FILES_DIR, tenant.id, sha256.slice(0, 2));
    expect(await readdir(folder)).toContain(`${sha256}.txt`);
    await writeFile(join(folder, `${sha256}.txt`), '改动');
    const refused = await request(platform.server)
      .get(`/api/v1/evidence-files/${fileId}/content`)
      .set({ authorization: `Bearer ${tenant.tokens.centerOperator}` });
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 409, code: 'evidence.damaged' });
  });
});

describe('evidence in a bucket', () => {
  it('goes the same way, and is refused where the bucket has lost it', async () => {
    const s3 = await startTestS3();
    const { endpoint, bucket, credentials } = s3.settings;
    const platform = await startPlatform({
      variables: {
        S3_ENDPOINT: endpoint,
        S3_BUCKET: bucket,
        S3_ACCESS_KEY_ID: credentials.accessKeyId,
        S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      },
    });
    try {
      const { id, tokens } = await createTenant(platform.owner);
      const fileId = await uploadFile(platform, tokens.centerOperator, '合同.txt', '合同正文');
      expect((await download(platform, tokens.centerOperator, fileId)).body.toString()).toBe('合同正文');
      expect(await readdir(join(s3.directory, bucket, id), { recursive: true })).toContainEqual(
        expect.stringMatching(/^[0-9a-f]{2}\/[0-9a-f]{64}\.txt/),
      );
      await rm(join(s3.directory, bucket, id), { recursive: true });
      expect((await download(platform, tokens.centerOperator, fileId)).status).toBe(409);
    } finally {
      await platform.stop();
      await s3.stop();
    }
  }, 60_000);
});
