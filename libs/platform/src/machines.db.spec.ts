import { openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { edgesOf, type StateMachine } from '@shucu/workflow';
import type { DataSource } from 'typeorm';
import { MACHINES } from './machines.js';

const nameOf = ({ id }: StateMachine): string => id;

describe('the state machines', () => {
  let database: TestDatabase;
  let owner: DataSource;

  /** The trigger that holds a table to the edges of its machine, as SQL. */
  const triggerOf = async ({ table }: StateMachine): Promise<string> => {
    const [found] = await owner.query<{ definition: string }[]>(
      `SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger
       WHERE tgrelid = $1::regclass AND tgname = 'known_steps' AND tgenabled = 'O'`,
      [table],
    );
    return found?.definition ?? '';
  };

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
  });

  afterAll(async () => {
    await owner?.destroy();
    await database?.stop();
  });

  it('have ids of their own, one a table', () => {
    expect(new Set(MACHINES.map(nameOf)).size).toBe(MACHINES.length);
    expect(new Set(MACHINES.map(({ table }) => table)).size).toBe(MACHINES.length);
  });

  it.each(MACHINES.map((machine) => [nameOf(machine), machine] as const))(
    'are what the database enforces: %s',
    async (_id, machine) => {
      const args = [...(await triggerOf(machine)).matchAll(/'([^']*)'/g)].map(([, arg]) => arg);
      expect(args[0]).toBe(machine.column);
      expect(args.slice(1).sort()).toEqual(
        edgesOf(machine)
          .map(([from, to]) => `${from}>${to}`)
          .sort(),
      );
    },
  );

  it.each(MACHINES.map((machine) => [nameOf(machine), machine] as const))(
    'let every edge pass and refuse every missing one: %s',
    async (_id, machine) => {
      const { table, column } = machine;
      const trigger = (await triggerOf(machine)).replace(/ON (public\.)?\w+ FOR/, `ON walk FOR`);
      expect(trigger).toContain('ON walk FOR');
      await owner.query(`CREATE TEMP TABLE walk (${column} text)`);
      await owner.query(trigger);
      const edges = edgesOf(machine).map(([from, to]) => `${from}>${to}`);
      const states = Object.keys(machine.states);
      const wrong: string[] = [];
      for (const from of states) {
        for (const to of states) {
          await owner.query('DELETE FROM walk');
          await owner.query('INSERT INTO walk VALUES ($1)', [from]);
          const passed = await owner.query(`UPDATE walk SET ${column} = $1`, [to]).then(
            () => true,
            () => false,
          );
          if (passed !== (from === to || edges.includes(`${from}>${to}`))) wrong.push(`${table}: ${from}>${to}`);
        }
      }
      await owner.query('DROP TABLE walk');
      expect(wrong).toEqual([]);
    },
  );

  it('go red where the trigger is gone', async () => {
    const [machine] = MACHINES;
    if (!machine) throw new Error('No machine');
    await owner.query(`DROP TRIGGER known_steps ON ${machine.table}`);
    expect(await triggerOf(machine)).toBe('');
  });
});
