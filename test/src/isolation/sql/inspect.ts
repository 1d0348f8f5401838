import { openDataSource, type TestDatabase } from '@shucu/database';
import type { DataSource } from 'typeorm';
import { ofTenant, readTables, type Table } from './catalogue.js';
import { type Filled, fillTables } from './fill.js';
import { probeGlobalTable } from './global-table.probes.js';
import { GLOBAL_TABLES, KNOWN_CODE } from './known.js';
import { faultsOfCode } from './schema-code.js';
import { type Probed, type Prober, probeTenantTable } from './tenant-table.probes.js';

export interface Inspection extends Probed {
  readonly tenantTables: number;
  readonly globalTables: number;
}

/** Makes rows of two tenants in every table of a database and tries all commands on each; names what is not protected. */
export async function inspectIsolation(database: TestDatabase): Promise<Inspection> {
  const open = (url: string): Promise<DataSource> => openDataSource({ url, name: 'sql-isolation', poolSize: 1 });
  const superuser = await open(database.superuserUrl);
  const application = await open(database.applicationUrl);
  const owner = await open(database.ownerUrl);
  const probers: Prober[] = [
    { role: 'application', runner: application.createQueryRunner() },
    { role: 'owner', runner: owner.createQueryRunner() },
  ];
  try {
    const tables = await readTables(superuser);
    const filled = await fillTables(superuser, tables);
    const [ofTenants, ofAll] = [tables.filter(ofTenant), tables.filter((table) => !ofTenant(table))];
    const outcomes = [
      ...(await probeTenantTables(probers, ofTenants, filled)),
      ...(await probeGlobalTables(probers, ofAll)),
    ];
    const faults = [...filled.faults, ...staleOf(ofAll), ...(await faultsOfCode(superuser, KNOWN_CODE))];
    return { ...summed(outcomes, faults), tenantTables: ofTenants.length, globalTables: ofAll.length };
  } finally {
    for (const { runner } of probers) await runner.release();
    for (const source of [superuser, application, owner]) await source.destroy();
  }
}

async function probeTenantTables(
  probers: readonly Prober[],
  tables: readonly Table[],
  filled: Filled,
): Promise<Probed[]> {
  const outcomes: Probed[] = [];
  for (const table of tables) {
    const specimen = filled.specimens.get(table.name);
    for (const prober of specimen ? probers : []) {
      if (specimen) outcomes.push(await probeTenantTable(prober, table, specimen, filled));
    }
  }
  return outcomes;
}

async function probeGlobalTables([application]: readonly Prober[], tables: readonly Table[]): Promise<Probed[]> {
  const outcomes: Probed[] = [];
  for (const table of tables) {
    const known = GLOBAL_TABLES[table.name];
    const { probes, faults } =
      application && known
        ? await probeGlobalTable(application.runner, table, known.allowed)
        : { probes: 0, faults: [`${table.name}: is no tenant’s, and nobody said why`] };
    outcomes.push({ probes, faults, rightful: { through: 0, stopped: 0 } });
  }
  return outcomes;
}

const staleOf = (tables: readonly Table[]): string[] =>
  Object.keys(GLOBAL_TABLES)
    .filter((name) => !tables.some((table) => table.name === name))
    .map((name) => `${name}: is known as no tenant’s and is not there`);

function summed(outcomes: readonly Probed[], faults: readonly string[]): Probed {
  const total = (pick: (outcome: Probed) => number): number => outcomes.reduce((sum, one) => sum + pick(one), 0);
  return {
    probes: total(({ probes }) => probes),
    faults: [...faults, ...outcomes.flatMap((outcome) => outcome.faults)],
    rightful: {
      through: total(({ rightful }) => rightful.through),
      stopped: total(({ rightful }) => rightful.stopped),
    },
  };
}
