import type { QueryRunner } from 'typeorm';
import { refusalOf } from './row-maker.js';

/** What became of a statement: how many rows it saw or touched, or why the database refused it. */
export type Outcome =
  | { readonly rows: number; readonly code?: undefined }
  | { readonly rows?: undefined; readonly code: string; readonly message: string };

export interface Statement {
  readonly sql: string;
  readonly parameters?: readonly unknown[];
  /** Runs before it in the same transaction. */
  readonly before?: string;
  /** Lets what waits for the commit happen now. */
  readonly atCommit?: boolean;
}

/** Runs a statement in a transaction with a tenant set, or with none, and takes everything back. */
export async function attempt(runner: QueryRunner, tenantId: string | null, statement: Statement): Promise<Outcome> {
  await runner.query('BEGIN');
  try {
    if (tenantId !== null) await runner.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    if (statement.before) await runner.query(statement.before);
    const { affected } = await runner.query(statement.sql, [...(statement.parameters ?? [])], true);
    if (statement.atCommit) await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    return { rows: affected ?? 0 };
  } catch (error) {
    const { code, message } = refusalOf(error);
    if (!code) throw error;
    return { code, message };
  } finally {
    await runner.query('ROLLBACK');
  }
}

/** Whether a grant or a policy refused, rather than something that happens to stand in the way. */
export const isProtected = (outcome: Outcome): boolean =>
  outcome.code === '42501' && /row-level security|permission denied|must be owner/.test(outcome.message);

export const told = (outcome: Outcome): string =>
  outcome.code === undefined ? `${outcome.rows} rows` : `${outcome.code} ${outcome.message}`;
