import type { CategoryPlugin, GoldenExample } from '../plugin/category-plugin.types.js';
import type { ScoreSheet } from '../scoring/score-sheet.types.js';
import { type ConformanceOptions, describeCategoryPlugin } from './describe-category-plugin.js';
import { samplePlugin } from './sample-plugin.js';

const [fullMarks] = samplePlugin().examples;

/** Runs the kit on a framework of its own and gives the names of the checks that failed. */
async function failures(plugin: CategoryPlugin, options?: ConformanceOptions): Promise<readonly string[]> {
  const checks: { name: string; body: () => void | Promise<void> }[] = [];
  const framework = {
    describe: (_: string, body: () => void) => body(),
    it: (name: string, body: () => void | Promise<void>) => void checks.push({ name, body }),
    expect,
  };
  describeCategoryPlugin(plugin, framework, options);
  const failed: string[] = [];
  for (const { name, body } of checks) {
    try {
      await body();
    } catch {
      failed.push(name);
    }
  }
  return failed;
}

const here = { ratingReport: import.meta.url, revocationNotice: import.meta.url };
const example = (expected: GoldenExample['expected']): GoldenExample[] =>
  fullMarks === undefined ? [] : [{ ...fullMarks, expected }];
const withScoring = (score: (draft: ScoreSheet) => ScoreSheet) =>
  samplePlugin({ templates: here, scoring: { uses: [], score } });

describe('describeCategoryPlugin', () => {
  it('passes a plugin that keeps its promises', async () => {
    expect(await failures(samplePlugin({ templates: here }), { renderTemplate: () => '报告' })).toEqual([]);
  });

  it('fails a plugin without its template files', async () => {
    expect(await failures(samplePlugin())).toEqual(['has a file for every template']);
  });

  it.each([{ total: '99' }, { total: '100', grade: 'good' }, { total: '100', indicators: { service: '59' } }] as const)(
    'fails a wrong golden example %j',
    async (expected) => {
      const plugin = samplePlugin({ templates: here, examples: example(expected) });
      expect(await failures(plugin)).toEqual(['comes out as expected, to the last digit']);
    },
  );

  it('fails a variant without an example', async () => {
    const variants = [{ id: 'one', title: { 'zh-CN': '一', en: 'One' } }];
    expect(await failures(samplePlugin({ templates: here, variants }))).toContain(
      'has a golden example for every variant',
    );
  });

  it.each([() => Math.random(), () => Date.now(), () => new Date().getFullYear()])(
    'fails a plugin that reads clock or chance: %s',
    async (impure) => {
      const plugin = withScoring((draft) => ({ ...draft, year: draft.year + impure() * 0 }));
      expect(await failures(plugin)).toContain('comes out as expected, to the last digit');
    },
  );

  it('fails a plugin that gives something else the second time', async () => {
    let runs = 0;
    const plugin = withScoring((draft) => {
      runs += 1;
      return runs === 1 ? draft : { ...draft, total: String(runs) };
    });
    expect(await failures(plugin)).toContain('gives a valid sheet, the same again and in any order of the input');
  });

  it('fails a plugin that is slow, and a template that gives nothing', async () => {
    const plugin = samplePlugin({ templates: here });
    expect(await failures(plugin, { timeLimit: 0, renderTemplate: () => ' ' })).toEqual([
      'takes less than 0 ms',
      'renders ratingReport',
      'renders revocationNotice',
    ]);
  });
});
