import { Decimal, normalDecimal } from '@shucu/kernel';
import { evaluateMeasures, gradeCohort, type Opinion, scoreCenter } from '@shucu/plugin-sdk';
import { DEMONSTRATION_SEED, generateDemonstration } from './generate-demonstration.js';
import { builtInCriteria, pluginOf } from './plugins.fixture.js';
import type { CenterRow, DemoTenant } from './rows.types.js';

const tenants = generateDemonstration({ seed: DEMONSTRATION_SEED, criteria: builtInCriteria });
const [gansu, ningxia] = tenants as [DemoTenant, DemoTenant];

function isDue({ announcedOn }: CenterRow, year: number): boolean {
  return announcedOn !== null && Number(announcedOn.slice(0, 4)) < year;
}

function opinionsOf({ expertScores }: DemoTenant, centerId: string, year: number): Record<string, Opinion> {
  const scores = new Map<string, string[]>();
  for (const row of expertScores.filter((one) => one.centerId === centerId && one.year === year)) {
    const key = `${row.indicator}.${row.criterion}`;
    scores.set(key, [...(scores.get(key) ?? []), row.score]);
  }
  return Object.fromEntries([...scores].map(([key, own]) => [key, { score: meanOf(own) }]));
}

function meanOf(scores: readonly string[]): string {
  return normalDecimal(
    Decimal.sum(...scores)
      .div(scores.length)
      .toDecimalPlaces(12),
  );
}

/** The grade of every center that is due, by its name, from the plain evaluator and the built-in plugins. */
function gradesOf(
  tenant: DemoTenant,
  year: number,
  overrides = tenant.ruleSets[0]?.overrides ?? {},
): Map<string, string> {
  const due = tenant.centers.filter((center) => isDue(center, year));
  return new Map(
    due.map((center) => {
      const { id, name, category, variant, industry } = center;
      const plugin = pluginOf(category);
      const region = tenant.regions.find((one) => one.id === center.regionId)?.divisionCode ?? null;
      const measures = evaluateMeasures(plugin.measures, {
        center: { industry, region, variant },
        year,
        service: tenant.serviceRecords.filter(({ centerId }) => centerId === id),
        resource: tenant.resources.filter(({ centerId }) => centerId === id),
        facts: tenant.yearlyFacts.filter(({ centerId }) => centerId === id),
        references: tenant.referenceFigures,
      });
      const sheet = scoreCenter(plugin, {
        center: { id, name, variant, industry, region },
        year,
        measures,
        opinions: opinionsOf(tenant, id, year),
        overrides: overrides[category],
        missingOpinion: 'refuse',
      });
      return [name, gradeCohort(plugin, { sheets: [sheet], history: {} }, overrides[category])[id]?.grade ?? ''];
    }),
  );
}

const before = gradesOf(gansu, 2024);
const shown = gradesOf(gansu, 2025);
const count = (grades: Map<string, string>, grade: string): number =>
  [...grades.values()].filter((one) => one === grade).length;
const failing = (grades: Map<string, string>): string[] =>
  [...grades].filter(([, grade]) => grade === 'fail').map(([name]) => name);

describe('the ratings that the demonstration leads to', () => {
  it('have all four grades in 2025, most of them good or pass', () => {
    expect(count(shown, 'excellent')).toBe(4);
    expect(count(shown, 'good') + count(shown, 'pass')).toBeGreaterThan(shown.size / 2);
    expect(count(shown, 'fail')).toBe(2);
    expect(count(shown, 'notEvaluated')).toBe(0);
  });

  it('fail one center twice in a row, one for the first time, and let one recover', () => {
    const [medicine, farm] = ['甘肃（定西）中医药行业', '甘肃（武威）农产品加工行业'].map(
      (start) => `${start}工业互联网数字化转型促进中心`,
    );
    const incubation = '甘肃（张掖）产业孵化功能类工业互联网数字化转型促进中心';
    expect(failing(shown)).toEqual([medicine, farm]);
    expect(failing(before)).toEqual([farm, incubation]);
    expect(shown.get(incubation)).toBe('pass');
  });

  it('rate one center for the first time, and leave out what was announced in 2025 or not at all', () => {
    const first = [...shown.keys()].filter((name) => !before.has(name));
    expect(first).toEqual(['甘肃（平凉）建材行业工业互联网数字化转型促进中心']);
    expect(gansu.centers.length - shown.size).toBe(2);
  });

  it('come out otherwise in the other province under the platform’s defaults', () => {
    const own = [...gradesOf(ningxia, 2025).values()];
    expect(own.sort()).toEqual(['excellent', 'fail', 'good', 'pass']);
    expect([...gradesOf(ningxia, 2025, {}).values()].sort()).not.toEqual(own);
  });
});
