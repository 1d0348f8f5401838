import { fork } from 'node:child_process';
import { once } from 'node:events';
import { killRepeatedly } from '@shucu/jobs';
import { tenantTransaction } from '@shucu/tenancy';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

const CENTERS = 150;
const YEARS = [2023, 2024, 2025];
const KILLS = 20;

interface Progress {
  year: number;
  computed: boolean;
  ratings: number;
  centers: number;
}

describe('kill -9 of the worker in the middle of rating runs', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    for (let n = 0; n < CENTERS; n += 1) {
      const id = await createCenter(platform.owner, tenant, { announcedOn: '2022-05-05' });
      for (const year of YEARS) {
        await createServiceRecords(platform.owner, tenant, id, 10, { type: 'training', servedOn: `${year}-03-05` });
      }
    }
  });

  afterAll(() => platform?.stop());

  const progress = (): Promise<Progress[]> =>
    tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(
        `SELECT run.year, run.computed_at IS NOT NULL AS computed, count(rating.id)::int AS ratings,
                count(DISTINCT rating.center_id)::int AS centers
         FROM rating_run run LEFT JOIN rating ON rating.tenant_id = run.tenant_id AND rating.run_id = run.id
         WHERE run.tenant_id = $1 GROUP BY run.tenant_id, run.id ORDER BY run.year`,
        [tenant.id],
      ),
    );

  /** Only a computation writes ratings: while one is under way its transaction holds a lock on the table. */
  const isComputing = async (): Promise<boolean> => {
    const [{ computing }] = await platform.owner.query<[{ computing: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE relation = 'rating'::regclass AND mode = 'RowExclusiveLock') AS computing`,
    );
    return computing;
  };

  it(`rates every center exactly once after ${KILLS} kills, and at no moment half of them`, async () => {
    const officer = callerOf(platform, tenant.tokens.provinceOfficer);
    for (const year of YEARS) await officer.post('rating-runs', { year }).expect(202);
    const seen: Progress[] = [];
    const { DATABASE_URL, FILES_DIR } = platform.environment;
    const result = await killRepeatedly({
      spawn: () =>
        fork(new URL('./victim.js', import.meta.url), [], {
          env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', DATABASE_URL, FILES_DIR, LOG_LEVEL: 'silent' },
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
          execArgv: [],
        }),
      whenReady: async (child) => {
        await once(child, 'message');
        await until('a computation under way', isComputing, 60_000, 5);
      },
      kills: KILLS,
      betweenMs: [0, 120],
      isDone: async () => {
        const now = await progress();
        seen.push(...now);
        return now.every(({ computed }) => computed);
      },
    });
    expect(result.kills).toBe(KILLS);
    for (const { computed, ratings } of seen) expect(ratings).toBe(computed ? CENTERS : 0);
    expect(await progress()).toEqual(
      YEARS.map((year) => ({ year, computed: true, ratings: CENTERS, centers: CENTERS })),
    );
  }, 300_000);
});
