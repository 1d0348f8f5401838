import { createHash } from 'node:crypto';
import type { FileStore } from '@shucu/files';
import type { Tenant } from '@shucu/tenancy';
import type { EntityManager } from 'typeorm';
import type { ArchiveEntry } from './archive.js';
import { tableLines, tableSize } from './table-lines.js';
import { readTenantTables } from './tenant-tables.js';

/** From where a tenant's contents are taken: an open snapshot and the file store. */
export interface ContentsSource {
  readonly manager: EntityManager;
  readonly tenant: Tenant;
  readonly files: FileStore;
  readonly orderId: string;
}

/** What is in an archive, for whoever unpacks it to check. */
interface Manifest {
  readonly tenant: Pick<Tenant, 'id' | 'code' | 'name' | 'department'>;
  readonly orderId: string;
  /** The moment of the snapshot, ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly tables: readonly ManifestTable[];
  /** The names of stored files begin with their SHA-256; those that no longer have their content are named. */
  readonly files: { readonly count: number; readonly bytes: number; readonly damaged: readonly string[] };
}

interface ManifestTable {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Columns that were left out. */
  readonly leftOut: readonly string[];
}

/**
 * All that a tenant has: every table as lines of JSON, every stored file, and at last the manifest. An entry must have been read
 * before the next is asked for.
 */
export async function* tenantContents(source: ContentsSource): AsyncGenerator<ArchiveEntry> {
  const { manager, tenant, orderId } = source;
  const [{ takenAt }] = await manager.query<[{ takenAt: string }]>(
    `SELECT to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "takenAt"`,
  );
  const tables: ManifestTable[] = [];
  yield* tableEntries(source, tables);
  const stored = { count: 0, bytes: 0, damaged: [] as string[] };
  yield* fileEntries(source, stored);
  const { id, code, name, department } = tenant;
  const manifest: Manifest = { tenant: { id, code, name, department }, orderId, takenAt, tables, files: stored };
  const text = Buffer.from(JSON.stringify(manifest, null, 2));
  yield { name: 'manifest.json', bytes: text.length, content: only(text) };
}

async function* tableEntries({ manager, tenant }: ContentsSource, told: ManifestTable[]): AsyncGenerator<ArchiveEntry> {
  for (const table of await readTenantTables(manager)) {
    const { rows, bytes } = await tableSize(manager, tenant.id, table);
    const file = `tables/${table.name}.ndjson`;
    const digest = createHash('sha256');
    yield { name: file, bytes, content: hashed(tableLines(manager, tenant.id, table), digest) };
    told.push({ file, rows, bytes, sha256: digest.digest('hex'), leftOut: table.secrets });
  }
}

async function* fileEntries(
  { files, tenant }: ContentsSource,
  told: { count: number; bytes: number; damaged: string[] },
): AsyncGenerator<ArchiveEntry> {
  for await (const { name, bytes, open } of files.list(tenant.id)) {
    const digest = createHash('sha256');
    yield { name: `files/${name}`, bytes, content: hashed(await open(), digest) };
    told.count += 1;
    told.bytes += bytes;
    if (!name.startsWith(digest.digest('hex'))) told.damaged.push(name);
  }
}

async function* hashed(
  content: AsyncIterable<Uint8Array>,
  digest: { update(chunk: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    digest.update(chunk);
    yield chunk;
  }
}

async function* only(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
