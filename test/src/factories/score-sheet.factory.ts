import type { Caller } from '../harness/caller.js';

/** A criterion that experts judge. */
export interface JudgedKey {
  readonly indicator: string;
  readonly criterion: string;
}

/** All criteria that an expert has to score on an assigned center: the refusal of an unknown one names them. */
export async function judgedOf(expert: Caller, centerId: string, year: number): Promise<JudgedKey[]> {
  const unknown = { centerId, year, indicator: 'none', criterion: 'none', score: 0, opinion: '…' };
  const { body } = await expert.put('expert-scores', unknown).expect(422);
  return [...String(body.title).matchAll(/([a-zA-Z]\w*)\.([a-zA-Z]\w*)/g)].map(
    ([, indicator = '', criterion = '']) => ({
      indicator,
      criterion,
    }),
  );
}

/** Scores every criterion alike on the own draft; gives the id of the sheet. */
export async function fillSheet(expert: Caller, centerId: string, year: number, score = 85): Promise<string> {
  let sheetId = '';
  for (const key of await judgedOf(expert, centerId, year)) {
    const { body } = await expert
      .put('expert-scores', { centerId, year, ...key, score, opinion: `评 ${score} 分` })
      .expect(200);
    sheetId = body.sheetId;
  }
  return sheetId;
}

/** Fills the own draft and seals it. */
export async function sealSheet(expert: Caller, centerId: string, year: number, score = 85): Promise<string> {
  const sheetId = await fillSheet(expert, centerId, year, score);
  const { body } = await expert.get(`score-sheets/${sheetId}`).expect(200);
  await expert.post(`score-sheets/${sheetId}/submission`, { version: body.sheet.version }).expect(200);
  return sheetId;
}
