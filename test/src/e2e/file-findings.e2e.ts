import { access, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tenantTransaction } from '@shucu/tenancy';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { beginUpload, sendPiece, uploadFile } from '../harness/upload.js';

describe('the nightly check of stored files', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let auditor: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    auditor = callerOf(platform, tenant.tokens.auditor);
  });

  afterAll(() => platform?.stop());

  const sql = <T>(text: string, ...parameters: unknown[]): Promise<T> =>
    tenantTransaction(platform.owner, tenant.id, (manager) => manager.query(text, [tenant.id, ...parameters]));
  const uploaded = (content: string): Promise<string> =>
    uploadFile(platform, tenant.tokens.centerOperator, '佐证.txt', Buffer.from(content));
  const pathOf = async (id: string): Promise<string> => {
    const [{ sha256 }] = await sql<[{ sha256: string }]>(
      'SELECT sha256 FROM evidence_file WHERE tenant_id = $1 AND id = $2',
      id,
    );
    return join(platform.environment.FILES_DIR, tenant.id, sha256.slice(0, 2), `${sha256}.txt`);
  };
  const findings = async () => (await auditor.get('file-findings').expect(200)).body.items;

  /** Makes the check due, by the database's clock, and has a worker do it. */
  const night = async (): Promise<void> => {
    await sql(
      `INSERT INTO file_check (tenant_id, due_at) VALUES ($1, now()) ON CONFLICT (tenant_id)
       DO UPDATE SET due_at = now(), finished_at = NULL`,
    );
    const workers = [await platform.startWorker(), await platform.startWorker()];
    await until('the check', async () => {
      const [check] = await sql<{ done: boolean }[]>(
        'SELECT finished_at IS NOT NULL AS done FROM file_check WHERE tenant_id = $1 AND due_at > now()',
      );
      return check?.done ?? false;
    });
    for (const worker of workers) await worker.close();
  };

  it('finds what is gone and what was changed, tells those who look after it once, and settles what is right again', async () => {
    const [whole, gone, changed] = [await uploaded('完好'), await uploaded('丢失'), await uploaded('原文')];
    const twin = await uploaded('原文');
    await rm(await pathOf(gone));
    await writeFile(await pathOf(changed), '改动');
    await night();
    const found = await findings();
    const told = found.map(({ fault, subjectId }: { fault: string; subjectId: string }) => `${fault} ${subjectId}`);
    expect(told.sort()).toEqual([`damaged ${changed}`, `damaged ${twin}`, `missing ${gone}`].sort());
    expect(JSON.stringify(found)).not.toContain(whole);
    await night();
    expect(await findings()).toHaveLength(3);
    await writeFile(await pathOf(changed), '原文');
    await night();
    const settled = (await findings()).filter(({ settledAt }: { settledAt: string | null }) => settledAt !== null);
    expect(settled.map(({ subjectId }: { subjectId: string }) => subjectId).sort()).toEqual([changed, twin].sort());
    const { cityOfficer, provinceOfficer, centerOperator } = tenant.tokens;
    for (const token of [cityOfficer, provinceOfficer, centerOperator]) {
      await callerOf(platform, token).get('file-findings').expect(403);
    }
    await callerOf(platform, tenant.tokens.provinceAdministrator).get('file-findings').expect(200);
  });

  it('takes away what is left of uploads that expired, and only that', async () => {
    const token = tenant.tokens.centerOperator;
    const begun = async (): Promise<string> => {
      const { id } = (await beginUpload(platform, token, '半截.txt', 10).expect(201)).body;
      await sendPiece(platform, token, id, 0, Buffer.from('12345')).expect(204);
      return id;
    };
    const [expired, open] = [await begun(), await begun()];
    const folder = join(platform.environment.FILES_DIR, tenant.id);
    await sql('UPDATE evidence_upload SET expires_at = now() WHERE tenant_id = $1 AND id = $2', expired);
    await night();
    await access(join(folder, `${open}.part`));
    expect(await readdir(folder)).not.toContain(`${expired}.part`);
    await callerOf(platform, token).get(`evidence-uploads/${open}`).expect(200);
  });
});
