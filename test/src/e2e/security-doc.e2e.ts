import { citedTests, faultsOf, readDocument, runs } from '../harness/cited-tests.js';

const STATES = ['proven', 'built', 'part', 'no', 'n/a'];
/** Requirements of ASVS 5.0.0 by level. */
const OF_LEVEL = { '1': 70, '2': 183 };

const all = (text: string, form: RegExp): string[][] => [...text.matchAll(form)].map((match) => match.slice(1));

interface Row {
  readonly requirements: readonly string[];
  readonly level: string;
  readonly state: string;
  readonly shownBy: string;
}

/** The rows of the tables of ASVS. */
function requirementRows(text: string): Row[] {
  return all(text, /^\|\s*(V\d[\d., V]*?)\s*\|\s*(\d)\s*\|\s*(\S+)\s*\|[^|]*\|(.*)\|$/gm).map(
    ([numbers = '', level = '', state = '', shownBy = '']) => ({
      requirements: numbers.split(', '),
      level,
      state,
      shownBy,
    }),
  );
}

describe('docs/security.md', () => {
  const text = readDocument('docs/security.md');
  const rows = requirementRows(text);

  it('names tests and files that are there', () => {
    expect(citedTests(text).length).toBeGreaterThan(150);
    expect(faultsOf(text)).toEqual([]);
  });

  it('would be found out with a test that has another name, does not run or is gone', () => {
    const own = 'test/src/e2e/security-doc.e2e.ts';
    expect(faultsOf(`[has another name](../${own})`)).toEqual([`${own}: has another name`]);
    expect(faultsOf('[whatever](../test/src/e2e/gone.e2e.ts) and `libs/gone`')).toHaveLength(2);
    expect(runs("it.skip('waits', () => {})", 'waits')).toBe(false);
    expect(runs("it('runs', () => {})", 'runs')).toBe(true);
  });

  it('goes through every requirement of both levels once, and counts what came out', () => {
    const numbers = rows.flatMap(({ requirements }) => requirements);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    for (const [level, count] of Object.entries(OF_LEVEL)) {
      const found = rows.filter((row) => row.level === level).flatMap(({ requirements }) => requirements);
      expect([level, found.length]).toEqual([level, count]);
    }
    const counts = STATES.map(
      (state) =>
        `${rows.filter((row) => row.state === state).flatMap(({ requirements }) => requirements).length} ${state}`,
    );
    expect(text).toContain(`: ${counts.join(', ')}.`);
  });

  it('says of nothing that it is proven without a test that shows it', () => {
    const proven = all(text, /^\|.*?\|\s*(proven)\s*\|[^|]*\|(.*)\|$/gm);
    expect(proven.length).toBeGreaterThan(60);
    expect(proven.filter(([, shownBy = '']) => citedTests(shownBy).length === 0)).toEqual([]);
    expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([]);
  });
});
