import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  AuditChainService,
  AuditModule,
  generateSigningKey,
  openExport,
  readPublicKey,
  type Verification,
  verifyChain,
} from '@shucu/audit';
import { dataSourceOptions, openDataSource } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { TenancyModule, Tenant, tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { fillChain } from './audit-filling.js';
import { type BenchDatabase, startBenchDatabase } from './database/bench-database.js';
import { Closing } from './processes/closing.js';
import { median } from './statistics.js';

/** What the audit log costs and how fast it is verified. */
export interface AuditFigures {
  /** Committed transactions a second that insert one row of one tenant, with the log and without its trigger. */
  readonly ours: number;
  readonly floor: number;
  /** Entries of the large log, and the seconds its verification takes, seals included. */
  readonly entries: number;
  readonly inDatabase: number;
  readonly inFile: number;
}

const ROUNDS = 3;
const ROUND_MS = 2_000;
const AT_ONCE = 8;
const [BUSY, LARGE] = [newId(), newId()];

/** (f) of the bench, in a database of its own. */
export async function benchAudit(entries: number, closing: Closing): Promise<AuditFigures> {
  const database = await startBenchDatabase(closing);
  const owner = await openDataSource({ url: database.ownerUrl, name: 'bench', poolSize: 1 });
  closing.add({ stop: () => owner.destroy() });
  for (const [code, id] of [
    ['busy', BUSY],
    ['large', LARGE],
  ]) {
    await owner.query('INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $2, $2, $2)', [
      id,
      code,
    ]);
  }
  const rates = await transactionRates(owner, database, closing);
  await fillChain(owner, LARGE, entries);
  return { ...rates, entries, ...(await verification(database, entries, closing)) };
}

async function transactionRates(owner: DataSource, { applicationUrl }: BenchDatabase, closing: Closing) {
  const application = await openDataSource({ url: applicationUrl, name: 'bench', poolSize: AT_ONCE });
  closing.add({ stop: () => application.destroy() });
  const rates = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await owner.query('ALTER TABLE region DISABLE TRIGGER audit');
    rates.floor.push(await transactionRate(application));
    await owner.query('ALTER TABLE region ENABLE TRIGGER audit');
    rates.ours.push(await transactionRate(application));
  }
  return { ours: median(rates.ours), floor: median(rates.floor) };
}

async function transactionRate(application: DataSource): Promise<number> {
  const start = performance.now();
  let committed = 0;
  const commitOn = async (): Promise<void> => {
    while (performance.now() - start < ROUND_MS) {
      await tenantTransaction(application, BUSY, (manager) =>
        manager.query('INSERT INTO region (tenant_id, id, name, bureau) VALUES ($1, $2, $3, $3)', [
          BUSY,
          newId(),
          newId(),
        ]),
      );
      committed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, commitOn));
  return (committed / (performance.now() - start)) * 1_000;
}

async function verification({ applicationUrl, directory }: BenchDatabase, entries: number, closing: Closing) {
  const files = await generateSigningKey(join(directory, 'key'));
  const keys = [await readPublicKey(files.publicKey)];
  const options = { sealsDirectory: join(directory, 'seals'), signingKeyFile: files.privateKey };
  const source = dataSourceOptions({ url: applicationUrl, name: 'bench', poolSize: 2, entities: [Tenant] });
  @Module({ imports: [TypeOrmModule.forRoot(source), TenancyModule, AuditModule.forWorker(options)] })
  class BenchSealer {}
  const open = async () => {
    const app = await NestFactory.createApplicationContext(BenchSealer, { logger: ['error'] });
    const own = closing.add(new Closing());
    own.add({ stop: () => app.close() });
    return { app, stop: () => own.stop() };
  };
  // It seals at its start, and its end waits for that.
  await (await open()).stop();
  const { app, stop } = await open();
  const chain = app.get(AuditChainService);
  const inDatabase = await secondsOf(entries, () => chain.verify(LARGE, keys));
  const path = join(directory, 'large.ndjson');
  await pipeline(chain.exportLines(LARGE), createWriteStream(path));
  const inFile = await secondsOf(entries, async () => verifyChain({ ...(await openExport(path)), keys }));
  await stop();
  return { inDatabase, inFile };
}

async function secondsOf(entries: number, verify: () => Promise<Verification>): Promise<number> {
  const start = performance.now();
  const { firstBad, sealedThrough } = await verify();
  if (firstBad || sealedThrough !== entries)
    throw new Error(`The log of the bench is bad: ${JSON.stringify(firstBad)}`);
  return (performance.now() - start) / 1_000;
}
