import { randomBytes } from 'node:crypto';
import { benchAudit } from './audit.bench.js';
import { type BenchDatabase, startBenchDatabase } from './database/bench-database.js';
import { type TenantSize, type WrittenTenant, writeLargeTenant } from './database/large-tenant.writer.js';
import { type TenantReader, tenantReader } from './database/tenant-reader.js';
import { benchDocuments } from './documents/documents.bench.js';
import { benchHttp } from './http/http.bench.js';
import { benchJobs } from './jobs.bench.js';
import { ApiClient } from './processes/api-client.js';
import { type BenchProcess, startBenchProcess } from './processes/bench-process.js';
import { Closing } from './processes/closing.js';
import { benchRating } from './rating/rating.bench.js';
import type { Bound, Result } from './results.js';

export interface BenchSize extends TenantSize {
  /** Seconds of each round of HTTP load. */
  readonly secondsOfLoad: number;
  /** Entries of the audit log that is verified. */
  readonly auditEntries: number;
}

interface Outcome {
  readonly results: Result[];
  readonly bounds: Bound[];
}

/** What the parts of the bench work on. */
interface Bed {
  readonly database: BenchDatabase;
  readonly tenant: WrittenTenant;
  readonly reader: TenantReader;
  readonly api: BenchProcess;
  readonly officer: ApiClient;
  readonly reviewer: ApiClient;
  readonly environment: NodeJS.ProcessEnv;
}

const API = new URL('./main.js', import.meta.resolve('@shucu/api'));
const WORKER = new URL('./main.js', import.meta.resolve('@shucu/worker'));
const FLOOR = new URL('./http/floor-server.js', import.meta.url);
/** MB, for the worker of the largest tenant. */
const WORKER_MEMORY = 512;
const REPORTS_SECONDS = 60;
/** For 1,000,000 entries. */
const VERIFICATION_SECONDS = 60;
/** A second, in one tenant. */
const AUDITED_TRANSACTIONS = 300;

/** Measures everything one after the other; what it starts is added to `closing`. */
export async function runBench(size: BenchSize, closing: Closing): Promise<Outcome> {
  const outcome: Outcome = { results: [], bounds: [] };
  await measureJobs(closing, outcome);
  await measureAudit(size.auditEntries, closing, outcome);
  const bed = await prepare(size, closing);
  await measureRating(bed, size, closing, outcome);
  await measureHttp(bed, size, closing, outcome);
  return outcome;
}

/** (d), in a database of its own, before the large one is there. */
async function measureJobs(closing: Closing, { results }: Outcome): Promise<void> {
  say('(d) the jobs …');
  const own = closing.add(new Closing());
  for (const { backend, ours, floor } of await benchJobs(own)) {
    results.push({ name: `(d) no-op jobs, ${backend}`, ours, floor, unit: '/s', aim: 0.8 });
  }
  await own.stop();
}

/** (f), in a database of its own as well. */
async function measureAudit(entries: number, closing: Closing, { results, bounds }: Outcome): Promise<void> {
  say('(f) the audit log …');
  const own = closing.add(new Closing());
  const { ours, floor, inDatabase, inFile } = await benchAudit(entries, own);
  results.push({ name: '(f) audited transactions, one tenant', ours, floor, unit: '/s', aim: null });
  const most = Math.ceil((VERIFICATION_SECONDS * entries) / 1_000_000);
  bounds.push({ name: 'audited transactions of one tenant', value: ours, unit: '/s', least: AUDITED_TRANSACTIONS });
  bounds.push({ name: `${count(entries)} audit entries verified`, value: inDatabase, unit: 's', most });
  bounds.push({ name: `${count(entries)} audit entries verified in a file`, value: inFile, unit: 's', most });
  await own.stop();
}

async function prepare(size: BenchSize, closing: Closing): Promise<Bed> {
  say(`a tenant with ${count(size.centers)} centers and ${count(size.records)} service records is written …`);
  const database = await startBenchDatabase(closing);
  const tenant = await writeLargeTenant(database.ownerUrl, size);
  const environment = {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: database.applicationUrl,
    REDIS_URL: '',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '0',
    SHUCU_SECRET_KEY: randomBytes(32).toString('base64'),
    FILES_DIR: `${database.directory}/files`,
  };
  const reader = closing.add(await tenantReader(database.applicationUrl, tenant.id));
  const api = closing.add(await startBenchProcess(API, environment));
  const [officer, reviewer] = [
    new ApiClient(api.ready, tenant.officerToken),
    new ApiClient(api.ready, tenant.reviewerToken),
  ];
  return { database, tenant, reader, api, officer, reviewer, environment };
}

/** (a) and (e), each with a fresh worker, so that each has its own peak of memory. */
async function measureRating(
  { officer, reviewer, reader, tenant, environment }: Bed,
  size: BenchSize,
  closing: Closing,
  { results, bounds }: Outcome,
): Promise<void> {
  say('(a) the rating run …');
  let worker = closing.add(await startBenchProcess(WORKER, environment));
  const { runId, compared, ...rating } = await benchRating(officer, reader, tenant.id);
  results.push({ name: `(a) rating run of ${count(size.centers)} centers`, ...rating, unit: 's', aim: 2 });
  const ratingMemory = await worker.peakMemoryMb();
  bounds.push({ name: 'peak memory of the worker in (a)', value: ratingMemory, unit: 'MB', most: WORKER_MEMORY });
  say(`    ${count(compared)} figures are the same in the run and by hand`);
  await worker.stop();

  say('(e) the rating reports …');
  worker = closing.add(await startBenchProcess(WORKER, environment));
  const { issued, seconds, ...reports } = await benchDocuments(officer, reviewer, reader, runId);
  results.push({ name: '(e) rating reports in three forms', ...reports, unit: '/s', aim: null });
  const most = Math.ceil((REPORTS_SECONDS * issued) / 1_000);
  bounds.push({ name: `${count(issued)} reports through queue and worker`, value: seconds, unit: 's', most });
  const reportsMemory = await worker.peakMemoryMb();
  bounds.push({ name: 'peak memory of the worker in (e)', value: reportsMemory, unit: 'MB', most: null });
  await worker.stop();
}

/** (b) and (c). */
async function measureHttp(
  { api, tenant, environment }: Bed,
  { secondsOfLoad: seconds }: BenchSize,
  closing: Closing,
  { results, bounds }: Outcome,
): Promise<void> {
  say('(b), (c) the api …');
  const floor = closing.add(await startBenchProcess(FLOOR, environment));
  const [centerId = ''] = tenant.centerIds;
  const urls = { ours: api.ready, floor: floor.ready };
  const { create, list } = await benchHttp({ urls, token: tenant.operatorToken, centerId, seconds });
  results.push({ name: '(b) create a record', ...create, unit: '/s', aim: 0.5 });
  results.push({ name: '(c) list 20 of one center', ...list, unit: '/s', aim: 0.5 });
  bounds.push({ name: 'peak memory of the api', value: await api.peakMemoryMb(), unit: 'MB', most: null });
  await floor.stop();
}

/** On the error stream, with the seconds since the start, so that the table alone can be kept. */
function say(sentence: string): void {
  const seconds = process.uptime().toFixed(0).padStart(3);
  process.stderr.write(`bench ${seconds} s: ${sentence}\n`);
}

function count(value: number): string {
  return value.toLocaleString('en');
}
