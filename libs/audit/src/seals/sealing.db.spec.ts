import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { EnvironmentError } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import { AuditChainService } from '../audit-chain.service.js';
import { AuditBed } from '../testing/audit-bed.js';
import { type Signing, signing } from '../testing/signing.js';
import { AuditSealer } from './audit-sealer.js';
import { generateSigningKey, readSigningKey } from './signing-key.js';

describe('sealing', () => {
  let bed: AuditBed;
  let tenant: string;
  let directory: string;
  let keys: Signing;
  const logged: string[] = [];

  const lines = async (): Promise<string[]> =>
    (await readFile(join(directory, `${tenant}.jsonl`), 'utf8')).split('\n').slice(0, -1);
  const verified = () =>
    new AuditChainService(bed.application, { sealsDirectory: directory }).verify(tenant, [keys.publicKey]);
  const sealer = (sealSeconds = 3_600) =>
    new AuditSealer(
      { sealsDirectory: directory, signingKeyFile: keys.privateKeyFile, sealSeconds },
      new TenancyService(bed.application),
    );

  beforeAll(async () => {
    Logger.overrideLogger({
      log: () => undefined,
      warn: (message: string) => logged.push(message),
      error: (message: string) => logged.push(message),
    });
    bed = await AuditBed.open();
    tenant = bed.tenants.ours;
    directory = await mkdtemp(join(tmpdir(), 'shucu-seals-'));
    keys = await signing(directory);
    await bed.addRegions(2);
  });
  afterAll(async () => {
    await bed?.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('seals at the start and at the end, every tenant, and not what did not move', async () => {
    const running = sealer();
    await running.onApplicationBootstrap();
    await running.sealAll();
    expect(await lines()).toHaveLength(1);
    await bed.addRegions(3);
    await running.onModuleDestroy();
    expect((await lines()).map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([2, 5]);
    expect(await verified()).toEqual({ entries: 5, sealedThrough: 5, firstBad: null });
  });

  it('seals on a schedule', async () => {
    const running = sealer(1);
    await running.onApplicationBootstrap();
    await bed.addRegions(1);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await lines()).toHaveLength(3);
    await running.onModuleDestroy();
  });

  it('keeps one chain of seals where many seal at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await bed.addRegions(1);
      const running = [sealer(), sealer(), sealer()];
      await Promise.all(running.map((each) => each.onApplicationBootstrap()));
      await Promise.all(running.map((each) => each.onModuleDestroy()));
    }
    expect(await verified()).toMatchObject({ firstBad: null, sealedThrough: 11 });
    expect(await lines()).toHaveLength(8);
  });

  it('goes on after a line that a crash left half-written', async () => {
    await appendFile(join(directory, `${tenant}.jsonl`), '{"tenant":"half');
    await bed.addRegions(1);
    await keys.seal(bed, tenant);
    expect(await verified()).toEqual({ entries: 12, sealedThrough: 12, firstBad: null });
    const all = await lines();
    await writeFile(join(directory, `${tenant}.jsonl`), `${all.toSpliced(3, 1).join('\n')}\n`);
    expect((await verified()).firstBad).toMatchObject({ why: 'seal' });
    await writeFile(join(directory, `${tenant}.jsonl`), `${all.join('\n')}\n`);
  });

  it('signs nothing that does not follow, says so and goes on with the other tenants', async () => {
    await bed.addRegions(2);
    await bed.tamper((manager) => manager.query(`UPDATE audit_entry SET hash = repeat('0', 64) WHERE seq = 13`));
    await bed.addRegions(1, bed.tenants.theirs);
    const before = await lines();
    const running = sealer();
    await running.onApplicationBootstrap();
    await running.onModuleDestroy();
    expect(await lines()).toEqual(before);
    expect(logged.join()).toMatch(/audit log of ours is not sealed from entry 13 on: the hash/);
    expect((await stat(join(directory, `${bed.tenants.theirs}.jsonl`))).size).toBeGreaterThan(0);
    await bed.tamper((manager) => manager.query('DELETE FROM audit_entry WHERE seq > 11'));
    expect(await keys.seal(bed, tenant)).toEqual({ seq: 12, why: 'sealed' });
  });

  it('warns once where it has no key or no directory', async () => {
    logged.length = 0;
    const unset = new AuditSealer({ sealsDirectory: directory }, new TenancyService(bed.application));
    await unset.onApplicationBootstrap();
    await unset.onModuleDestroy();
    expect(logged).toEqual([expect.stringMatching(/AUDIT_SIGNING_KEY_FILE and AUDIT_SEALS_DIR/)]);
  });

  it('keeps the private key to its owner, writes over none and takes no other file for one', async () => {
    expect((await stat(keys.privateKeyFile)).mode & 0o777).toBe(0o600);
    await expect(generateSigningKey(directory)).rejects.toThrow(/EEXIST/);
    await expect(readSigningKey(join(directory, 'public.pem'))).rejects.toThrow(EnvironmentError);
    await expect(readSigningKey(join(directory, 'nothing.pem'))).rejects.toThrow(/shucu audit keygen/);
  });
});
