import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { definitionFaults } from '../faults/definition-faults.js';
import { gradeCohort } from '../grading/grade-cohort.js';
import type { GradeResult } from '../grading/grading.types.js';
import type { CategoryPlugin, GoldenExample } from '../plugin/category-plugin.types.js';
import { variantIds } from '../plugin/indicator-table.js';
import { scoreCenter } from '../scoring/score-center.js';
import { type ScoreSheet, scoreSheetSchema } from '../scoring/score-sheet.types.js';
import { exampleInput, reordered } from './example-input.js';
import { sealedRun } from './sealed-run.js';
import type { TestFramework } from './test-framework.types.js';

/** One template to be rendered with the result of a golden example; what comes back must be text that is not empty. */
export interface TemplateRequest {
  readonly kind: string;
  readonly location: URL;
  readonly sheet: ScoreSheet;
  readonly result: GradeResult | undefined;
}

/** What the kit does beyond the plugin itself. */
export interface ConformanceOptions {
  /** Renders every template for every example, when given (the documents library does it). */
  readonly renderTemplate?: (request: TemplateRequest) => string | Promise<string>;
  /** Milliseconds that scoring and grading one example may take, 1000 when not given. */
  readonly timeLimit?: number;
}

/** The conformance kit: definition, weights, golden examples, purity, determinism, time limit and templates of a plugin. */
export function describeCategoryPlugin(
  plugin: CategoryPlugin,
  framework: TestFramework,
  options: ConformanceOptions = {},
): void {
  const { describe, it, expect } = framework;
  describe(`category plugin ${plugin.id}@${plugin.version}`, () => {
    it('has a definition without faults, weights that sum to 100 a variant included', () => {
      expect(definitionFaults(plugin)).toEqual([]);
    });
    it('has a golden example for every variant', () => {
      const shown = new Set(plugin.examples.map(({ center }) => center?.variant ?? null));
      expect(variantIds(plugin).filter((variant) => !shown.has(variant))).toEqual([]);
    });
    it('has a file for every template', () => {
      expect(Object.values(plugin.templates).filter((location) => !existsSync(fileURLToPath(location)))).toEqual([]);
    });
    for (const example of plugin.examples) describeExample(plugin, example, framework, options);
  });
}

function describeExample(
  plugin: CategoryPlugin,
  example: GoldenExample,
  { describe, it, expect }: TestFramework,
  { renderTemplate, timeLimit = 1000 }: ConformanceOptions,
): void {
  describe(`example ${example.name}`, () => {
    it('comes out as expected, to the last digit', () => {
      expect(outcome(example, evaluate(plugin, example))).toEqual(example.expected);
    });
    it('gives a valid sheet, the same again and in any order of the input', () => {
      const { sheet } = evaluate(plugin, example);
      expect(scoreSheetSchema.safeParse(sheet).error).toEqual(undefined);
      expect(evaluate(plugin, example).sheet).toEqual(sheet);
      expect(sealedRun(() => scoreCenter(plugin, reordered(exampleInput(example))))).toEqual(sheet);
    });
    it(`takes less than ${timeLimit} ms`, () => {
      const begun = performance.now();
      evaluate(plugin, example);
      expect(performance.now() - begun < timeLimit).toEqual(true);
    });
    if (renderTemplate === undefined) return;
    for (const [kind, location] of Object.entries(plugin.templates)) {
      it(`renders ${kind}`, async () => {
        const text = await renderTemplate({ kind, location: new URL(location), ...evaluate(plugin, example) });
        expect(text.trim() === '').toEqual(false);
      });
    }
  });
}

interface Evaluation {
  readonly sheet: ScoreSheet;
  readonly result: GradeResult | undefined;
}

function evaluate(plugin: CategoryPlugin, example: GoldenExample): Evaluation {
  return sealedRun(() => {
    const sheet = scoreCenter(plugin, exampleInput(example));
    const grades = gradeCohort(plugin, { sheets: [sheet], history: {} }, example.overrides);
    return { sheet, result: grades[sheet.centerId] };
  });
}

/** What the example names, as it came out: nothing is compared that the example does not state. */
function outcome({ expected }: GoldenExample, { sheet, result }: Evaluation): GoldenExample['expected'] {
  const scores = new Map(sheet.indicators.map(({ id, score }) => [id, score]));
  const named = Object.keys(expected.indicators ?? {});
  return {
    total: sheet.total,
    ...(expected.grade === undefined ? {} : { grade: result?.grade }),
    ...(expected.indicators === undefined
      ? {}
      : { indicators: Object.fromEntries(named.map((id) => [id, scores.get(id) ?? 'no such indicator'])) }),
  };
}
