import { setTimeout as pause } from 'node:timers/promises';
import type { ScoreInput } from '@shucu/plugin-sdk';
import { PluginRegistry } from '../registry/plugin-registry.js';
import { ScoringRunner } from './scoring-runner.js';

const fixture = (name: string): string => new URL(`../../fixtures/${name}.mjs`, import.meta.url).href;

const center = (id: string, name: string): ScoreInput => ({
  center: { id, name, variant: null, industry: null, region: null },
  year: 2025,
  measures: { events: '1' },
  opinions: {},
  missingOpinion: 'refuse',
});

describe('scoring in a thread', () => {
  let runner: ScoringRunner;

  beforeAll(async () => {
    runner = new ScoringRunner(await PluginRegistry.load([fixture('wayward-plugin')]), {
      silenceMs: 800,
      memoryMb: 64,
    });
  });

  afterAll(() => runner.onModuleDestroy());

  it.each([
    ['throws', 'plugin.threw', /no such table/],
    ['loops', 'plugin.timeout', /800 毫秒/],
    ['devours', 'plugin.crashed', /memory/],
    ['nonsense', 'plugin.threw', /no score sheet/],
  ])('gives a center for which the plugin %s an error and finishes the others', async (name, code, message) => {
    const results = await runner.scoreAll({
      pluginId: 'wayward',
      centers: [center('a', 'good'), center('b', name), center('c', 'good'), center('d', name)],
    });
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, false]);
    const [first, second] = results;
    expect(first?.ok && first.sheet.total).toBe('50');
    expect(second && !second.ok && second.error).toEqual({ code, message: expect.stringMatching(message) });
  });

  it('makes what a plugin throws storable: no U+0000, no half of a surrogate pair, 500 characters', async () => {
    const [result] = await runner.scoreAll({ pluginId: 'wayward', centers: [center('a', 'garbles')] });
    const message = result && !result.ok ? result.error.message : '';
    expect(message).toMatch(/^nul \uFFFD, half \uFFFD, whole 😀 x+$/u);
    expect(message).toHaveLength(500);
  });

  it.each(['smuggles', 'halves', 'floods'])(
    'refuses a sheet with text that the database cannot store (%s), and only that',
    async (name) => {
      const centers = [center('a', 'good'), center('b', name), center('c', 'good')];
      const results = await runner.scoreAll({ pluginId: 'wayward', centers });
      expect(results).toMatchObject([
        { ok: true },
        { ok: false, error: { code: 'plugin.invalidSheet' } },
        { ok: true },
      ]);
    },
  );

  it.each([
    ['chatters', []],
    ['repeats', ['a']],
    ['overtakes', ['c']],
    ['echoes', ['b']],
    ['usurps', ['b']],
  ])('moves no score where the plugin itself %s to the platform, and doubts %p', async (name, doubted) => {
    const centers = [center('a', 'good'), center('b', name), center('c', 'good'), center('d', 'good')];
    const results = await runner.scoreAll({ pluginId: 'wayward', centers });
    const ids = results.map((result) => (result.ok ? result.sheet.centerId : result.error.code));
    expect(ids).toEqual(centers.map(({ center: { id } }) => (doubted.includes(id) ? 'plugin.strayAnswer' : id)));
  });

  it('shows the plugin no environment', async () => {
    const [result] = await runner.scoreAll({ pluginId: 'wayward', centers: [center('a', 'spies')] });
    expect(result && !result.ok && result.error.message).toBe('environment: ');
  });

  it('scores and grades a thousand centers in one go', async () => {
    const centers = Array.from({ length: 1_000 }, (_, index) => center(`c${index}`, 'good'));
    const results = await runner.scoreAll({ pluginId: 'wayward', centers });
    const sheets = results.flatMap((result) => (result.ok ? [result.sheet] : []));
    const graded = await runner.gradeAll('wayward', { sheets, history: {} });
    expect(Object.keys(graded.ok ? graded.grades : {})).toHaveLength(1_000);
  });
});

describe('what a plugin remembers', () => {
  let runner: ScoringRunner;

  beforeAll(async () => {
    runner = new ScoringRunner(await PluginRegistry.load([fixture('stateful-plugin')]), {
      silenceMs: 5_000,
      memoryMb: 64,
    });
  });

  afterAll(() => runner.onModuleDestroy());

  const score = async (...centers: ScoreInput[]) => {
    const results = await runner.scoreAll({ pluginId: 'stateful', centers });
    return results.flatMap((result) => (result.ok ? [result.sheet] : []));
  };

  it('ends with the call: nothing of one tenant stands in the sheets and grades of another', async () => {
    const ours = await score(center('a1', '甲'), center('a2', '乙'));
    const theirs = await score(center('b1', '丙'));
    const remarks = [...ours, ...theirs].map(({ adjustments }) => adjustments[0]?.explanation);
    expect(remarks).toEqual(['甲', '甲 乙', '丙']);
    for (const sheets of [ours, theirs]) {
      const reason = sheets.map(({ centerId }) => centerId).join(' ');
      const expected = Object.fromEntries(sheets.map(({ centerId }) => [centerId, { grade: 'pass', reason }]));
      expect(await runner.gradeAll('stateful', { sheets, history: {} })).toEqual({ ok: true, grades: expected });
    }
  });

  it('and a grade whose reason cannot be stored costs its own center only', async () => {
    const sheets = await score(center('a', '甲'), center('unstorable', '乙'));
    const graded = await runner.gradeAll('stateful', { sheets, history: {} });
    expect(Object.keys(graded.ok ? graded.grades : {})).toEqual(['a']);
  });

  it('need not be loaded while a call waits: a thread that nothing was asked stands ready', async () => {
    const readyBeforeCall = async () => {
      await pause(500);
      const calledAt = Date.now();
      const [sheet] = await score(center('a', '甲'));
      return Number(sheet?.adjustments[1]?.explanation) < calledAt;
    };
    let isReady = false;
    for (let tries = 0; !isReady && tries < 20; tries += 1) isReady = await readyBeforeCall();
    expect(isReady).toBe(true);
  });
});

describe('loading plugins', () => {
  it('refuses a faulty plugin with all its faults, beside one that cannot be imported and one that is there twice', async () => {
    const load = PluginRegistry.load([
      fixture('faulty-plugin'),
      fixture('missing'),
      fixture('wayward-plugin'),
      `${fixture('wayward-plugin')}?again`,
    ]);
    await expect(load).rejects.toThrow(/weight/);
    await expect(load).rejects.toThrow(/ghosts/);
    await expect(load).rejects.toThrow(/threshold/);
    await expect(load).rejects.toThrow(/missing\.mjs cannot be imported/);
    await expect(load).rejects.toThrow(/"wayward" is taken by two plugins/);
  });
});
