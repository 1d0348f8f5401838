import { setStatutoryClock } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import fc from 'fast-check';
import { createProposed } from '../factories/proposed-application.factory.js';
import { createTenant } from '../factories/tenant.factory.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { brokenInvariants } from '../lives/invariants.js';
import { LifeCommand } from '../lives/life-command.js';
import { BEGINNING, type Life } from '../lives/model.js';
import { APPLICATION_STEPS, advance, REVOCATION_STEPS } from '../lives/steps.js';

const BEGUN_ON = '2025-04-24';
const NUM_RUNS = 60;
const MOST_COMMANDS = 24;

describe('random lives of centers', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  const newLife = async (): Promise<Life> => {
    await setStatutoryClock(platform.owner, `${BEGUN_ON}T10:00:00+08:00`);
    const tenant = await createTenant(platform.owner);
    const application = await createProposed(platform.owner, tenant, { leadId: tenant.organizationId });
    const nothingYet = { noticeId: '', through: '', objectionId: '', caseId: '', statementDueOn: '' };
    return { platform, tenant, application, settled: new Map(), now: BEGUN_ON, ...nothingYet };
  };

  it('never break what must never happen', async () => {
    const known = Object.entries({ ...APPLICATION_STEPS, ...REVOCATION_STEPS });
    const commands = [
      ...known.map(([name, step]) => fc.constant(new LifeCommand(name, step))),
      fc.integer({ min: 1, max: 20 }).map((days) => new LifeCommand(`advance ${days}`, advance(days))),
    ];
    const lives = fc.commands(commands, { maxCommands: MOST_COMMANDS, size: 'max' });
    const property = fc.asyncProperty(lives, async (life) => {
      const real = await newLife();
      await fc.asyncModelRun(() => ({ model: { ...BEGINNING }, real }), life);
    });
    // What fails says its seed and path, which play it again.
    await fc.assert(property, { numRuns: NUM_RUNS, endOnFailure: true });
  }, 300_000);

  it('are watched by eyes that see: a notice ended early by hand is found', async () => {
    const life = await newLife();
    await APPLICATION_STEPS['publish']?.act(life);
    expect(await brokenInvariants(life)).toEqual([]);
    await platform.owner.query('ALTER TABLE public_notice DISABLE TRIGGER runs_to_its_end');
    await tenantTransaction(platform.owner, life.tenant.id, (manager) =>
      manager.query(`UPDATE public_notice SET state = 'ended', ended_at = statutory_now() WHERE id = $1`, [
        life.noticeId,
      ]),
    );
    await platform.owner.query('ALTER TABLE public_notice ENABLE TRIGGER runs_to_its_end');
    expect(await brokenInvariants(life)).toEqual([
      'a notice ended before its due moment',
      'a row that is elsewhere than its last step',
    ]);
  });
});
