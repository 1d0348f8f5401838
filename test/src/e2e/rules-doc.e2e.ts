import { citedTests, faultsOf, readDocument } from '../harness/cited-tests.js';

/** The articles of domain §2, in its order. */
const ARTICLES = ['2, 6', '4', '5', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '18', '20', '附件'];

describe('docs/rules.md', () => {
  const text = readDocument('docs/rules.md');
  const rows = text.split('\n').filter((line) => /^\| (\d+(, \d+)?|附件) +\|/.test(line));

  it('has a row for every article, with a test that proves it', () => {
    expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(ARTICLES);
    for (const row of rows) expect(citedTests(row)).not.toEqual([]);
  });

  it('names tests and files that are there', () => {
    expect(faultsOf(text)).toEqual([]);
  });

  it('would notice a test that is gone', () => {
    const stale = text.replace('cannot be ended early by anybody', 'can be ended early by somebody');
    expect(faultsOf(stale)).not.toEqual([]);
  });
});
