import type { QueryRunner } from 'typeorm';

/** One edge of a state machine: from which state to which. */
export type StateStep = readonly [from: string, to: string];

/**
 * Makes the database itself refuse a change of a state that is no edge of the table's machine, whoever asks. The edges are those
 * of the machine's definition (`<feature>.machine.ts`); a test compares the two.
 */
export async function enforceSteps(
  queryRunner: QueryRunner,
  table: string,
  steps: readonly StateStep[],
  column = 'state',
): Promise<void> {
  const edges = steps.map(([from, to]) => `'${from}>${to}'`).join(', ');
  await queryRunner.query(`DROP TRIGGER IF EXISTS known_steps ON ${table}`);
  await queryRunner.query(`
    CREATE TRIGGER known_steps BEFORE UPDATE OF ${column} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION refuse_unknown_step('${column}', ${edges})`);
}
