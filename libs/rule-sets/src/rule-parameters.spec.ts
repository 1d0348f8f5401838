import { PARAMETER_TITLES } from './differences/parameter-titles.js';
import { ruleParametersSchema } from './rule-parameters.js';

/** Paths of all figures, e.g. `publicNotice.workingDays`. */
function pathsOf(value: object, at = ''): string[] {
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? pathsOf(part, `${at}${key}.`) : [`${at}${key}`],
  );
}

const faultOf = (input: object): string | undefined => ruleParametersSchema.safeParse(input).error?.issues[0]?.message;

describe('the parameters of a rule set', () => {
  it('are those of the document where a row does not know them', () => {
    const stored = { missingOpinion: 'zero', consecutiveFails: 3, banYears: 1 };
    expect(ruleParametersSchema.parse(stored)).toEqual({
      ...stored,
      publicNotice: { workingDays: 5, countFirstDay: false },
      annualReport: { dueMonth: 1, dueDay: 31, remindDaysBefore: [30, 7, 1] },
      changeReport: { months: 1 },
      statement: { workingDays: 5 },
      internalLimits: {
        preliminaryReviewWorkingDays: 15,
        formalReviewWorkingDays: 10,
        correctionWorkingDays: 10,
        objectionWorkingDays: 10,
        changeReviewWorkingDays: 10,
      },
      assessment: { groupSize: 3, merge: 'mean', spreadLimit: '30', workload: 10 },
      application: { passScore: '60' },
    });
  });

  it('refuse a day that the month does not have, points beyond 100 and a name that is none', () => {
    expect(faultOf({ annualReport: { dueMonth: 2, dueDay: 30 } })).toBe('该月没有这一天');
    expect(faultOf({ annualReport: { dueMonth: 2, dueDay: 28 } })).toBeUndefined();
    expect(faultOf({ application: { passScore: '100.01' } })).toBe('应在 0 至 100 之间');
    expect(faultOf({ assessment: { spreadLimit: '29.5' } })).toBeUndefined();
    expect(faultOf({ banMonths: 3 })).toContain('banMonths');
  });

  it('each have a title, so that a difference can be read', () => {
    expect(Object.keys(PARAMETER_TITLES).sort()).toEqual(pathsOf(ruleParametersSchema.parse({})).sort());
  });
});
