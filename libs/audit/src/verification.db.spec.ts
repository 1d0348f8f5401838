import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditChainService } from './audit-chain.service.js';
import { ALGORITHMS, type AuditAlgorithm } from './chain/chain-entry.js';
import { openExport } from './chain/exported-chain.js';
import { type Verification, verifyChain } from './chain/verify-chain.js';
import { AuditBed } from './testing/audit-bed.js';
import { type Signing, signing } from './testing/signing.js';
import { TAMPERINGS } from './testing/tamperings.js';

const ENTRIES = 12;

describe.each(ALGORITHMS)('the verifier, over a chain of %s', (algorithm: AuditAlgorithm) => {
  let bed: AuditBed;
  let tenant: string;
  let directory: string;
  let keys: Signing;
  let chain: AuditChainService;

  beforeAll(async () => {
    bed = await AuditBed.open();
    tenant = bed.tenants.ours;
    directory = await mkdtemp(join(tmpdir(), 'shucu-audit-'));
    keys = await signing(directory);
    chain = new AuditChainService(bed.application, { sealsDirectory: directory });
    for (const tenantId of Object.values(bed.tenants)) {
      await bed.act(() => bed.audit.useAlgorithm(algorithm), tenantId);
      await bed.addRegions(ENTRIES / 2 - 1, tenantId);
      await keys.seal(bed, tenantId);
      await bed.addRegions(ENTRIES / 2, tenantId);
      await keys.seal(bed, tenantId);
    }
    await bed.superuser.query('CREATE TABLE kept AS TABLE audit_entry');
  });
  afterAll(async () => {
    await bed?.close();
    await rm(directory, { recursive: true, force: true });
  });
  afterEach(async () => {
    await bed.superuser.query('TRUNCATE audit_entry');
    await bed.superuser.query('INSERT INTO audit_entry TABLE kept');
  });

  const inDatabase = () => chain.verify(tenant, [keys.publicKey]);

  /** Exports what is in the database, changes the lines, and verifies the file alone. */
  const inFile = async (change: (lines: string[]) => string[] = (lines) => lines): Promise<Verification> => {
    let text = '';
    for await (const line of chain.exportLines(tenant)) text += line;
    const path = join(directory, 'export.ndjson');
    await writeFile(path, change(text.split('\n').slice(0, -1)).join('\n'));
    const { tenantId, entries, seals } = await openExport(path);
    return verifyChain({ tenantId, entries, seals, keys: [keys.publicKey] });
  };

  it('finds a sound chain sound, in the database and in a file', async () => {
    const sound = { entries: ENTRIES, sealedThrough: ENTRIES, firstBad: null };
    expect(await inDatabase()).toEqual(sound);
    expect(await inFile()).toEqual(sound);
    const [first] = await bed.entries();
    expect(first?.algorithm).toBe(algorithm);
  });

  it.each(TAMPERINGS)('finds $name by the owner of the database, and names the entry', async ({ sql, firstBad }) => {
    await bed.tamper(async (manager) => {
      for (const statement of sql(bed.tenants)) await manager.query(statement);
    });
    expect((await inDatabase()).firstBad).toEqual(firstBad);
    // A file has no search columns: there an edited one is not even taken along.
    expect((await inFile()).firstBad).toEqual(firstBad.why === 'column' ? null : firstBad);
  });

  it('finds each of them in the lines of a file', async () => {
    const swapped = (lines: string[]) => lines.with(5, lines[6] ?? '').with(6, lines[5] ?? '');
    const cases: [(lines: string[]) => string[], Verification['firstBad']][] = [
      [(lines) => lines.with(4, lines[4]?.replace('bureau', 'bureaux') ?? ''), { seq: 4, why: 'hash' }],
      [(lines) => lines.with(4, 'torn'), { seq: 4, why: 'unreadable' }],
      [(lines) => lines.toSpliced(4, 1), { seq: 4, why: 'missing' }],
      [(lines) => lines.toSpliced(4, 0, lines[4] ?? ''), { seq: 5, why: 'misplaced' }],
      [swapped, { seq: 5, why: 'missing' }],
      [(lines) => lines.toSpliced(10, 3), { seq: 10, why: 'missing' }],
      [(lines) => lines.with(-2, lines.at(-2)?.replace(/"trail":"./, '"trail":"g') ?? ''), { seq: 1, why: 'seal' }],
      [(lines) => lines.with(-1, lines.at(-1)?.replace(/"at":"./, '"at":"1') ?? ''), { seq: 7, why: 'seal' }],
      [(lines) => lines.toSpliced(-2, 1), { seq: 1, why: 'seal' }],
    ];
    for (const [change, firstBad] of cases) expect((await inFile(change)).firstBad).toEqual(firstBad);
  });

  it('says that nothing is sealed where the seals are cut off with the tail', async () => {
    const cut = await inFile((lines) => lines.slice(0, 10));
    expect(cut).toEqual({ entries: 9, sealedThrough: 0, firstBad: null });
  });

  it('goes red without the seals: a rewritten chain and a cut tail then pass', async () => {
    for (const { sql } of TAMPERINGS.filter(({ name }) => /rewritten|tail/.test(name))) {
      await bed.tamper(async (manager) => {
        for (const statement of sql(bed.tenants)) await manager.query(statement);
      });
      expect((await chain.verify(tenant, [])).firstBad).toBeNull();
      expect((await inDatabase()).firstBad).not.toBeNull();
      await bed.superuser.query('TRUNCATE audit_entry');
      await bed.superuser.query('INSERT INTO audit_entry TABLE kept');
    }
  });

  it('does not take a seal by another key', async () => {
    const other = await signing(join(directory, 'other'));
    expect((await chain.verify(tenant, [other.publicKey])).firstBad).toEqual({ seq: 1, why: 'seal' });
    expect((await chain.verify(tenant, [other.publicKey, keys.publicKey])).firstBad).toBeNull();
  });
});
