import type { QueryRunner } from 'typeorm';
import { attempt, isProtected, told } from './attempt.js';
import type { Table } from './catalogue.js';
import type { Probed } from './tenant-table.probes.js';

type Command = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** A right to a whole table, or to one of its columns: `UPDATE status`. */
export type Right = Command | `${Exclude<Command, 'DELETE'>} ${string}`;

/** Tries every command, column by column, on a table that is no tenant's; the application may what is listed and no more. */
export async function probeGlobalTable(
  application: QueryRunner,
  { name, columns }: Table,
  allowed: readonly Right[],
): Promise<Pick<Probed, 'probes' | 'faults'>> {
  const written = columns.filter(({ generated }) => !generated);
  const statements: [Right | 'TRUNCATE', string][] = [
    ...columns.map((column): [Right, string] => [
      `SELECT ${column.name}`,
      `SELECT "${column.name}" FROM ${name} LIMIT 1`,
    ]),
    // None of these reads the table: a role that may write only must not pass for one that may not.
    ...written.flatMap((column): [Right, string][] => [
      [`INSERT ${column.name}`, `INSERT INTO ${name} ("${column.name}") SELECT NULL WHERE false`],
      [`UPDATE ${column.name}`, `UPDATE ${name} SET "${column.name}" = DEFAULT WHERE false`],
    ]),
    ['DELETE', `DELETE FROM ${name} WHERE false`],
    ['TRUNCATE', `TRUNCATE ${name}`],
  ];
  const faults: string[] = [];
  for (const [right, sql] of statements) {
    const outcome = await attempt(application, null, { sql });
    const granted = allowed.some((one) => one === right || one === right.split(' ')[0]);
    const fits = granted ? outcome.code === undefined : isProtected(outcome);
    if (!fits) faults.push(`${name}: application: ${right} is ${granted ? '' : 'not '}granted: ${told(outcome)}`);
  }
  return { probes: statements.length, faults };
}
