import fc from 'fast-check';
import { mergeScores, spreadOf } from './merge-scores.js';

const score = fc.integer({ min: 0, max: 10_000 }).map((cents) => String(cents / 100));

describe('merging scores', () => {
  it('takes the mean, half-up to two decimals', () => {
    expect(mergeScores(['80', '85.5', '90'], 'mean')).toBe('85.17');
    expect(mergeScores(['0.01', '0'], 'mean')).toBe('0.01');
  });

  it('leaves the highest and the lowest out where there are three or more', () => {
    expect(mergeScores(['10', '80', '90'], 'trimmedMean')).toBe('80');
    expect(mergeScores(['10', '80', '80', '90'], 'trimmedMean')).toBe('80');
    expect(mergeScores(['10', '80'], 'trimmedMean')).toBe('45');
    expect(mergeScores(['10'], 'trimmedMean')).toBe('10');
  });

  it('says how far scores are apart', () => {
    expect(spreadOf(['60.5', '90', '75'])).toBe('29.5');
    expect(spreadOf(['60.5'])).toBeNull();
  });

  it('stays within the scores and does not depend on who scored first', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 9 }),
        fc.constantFrom('mean' as const, 'trimmedMean' as const),
        (scores, rule) => {
          const merged = Number(mergeScores(scores, rule));
          expect(merged).toBeGreaterThanOrEqual(Math.min(...scores.map(Number)) - 0.005);
          expect(merged).toBeLessThanOrEqual(Math.max(...scores.map(Number)) + 0.005);
          expect(mergeScores([...scores].reverse(), rule)).toBe(mergeScores(scores, rule));
        },
      ),
    );
  });
});
