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
