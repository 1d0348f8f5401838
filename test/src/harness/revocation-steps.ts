import type { Caller } from './caller.js';
import type { TestPlatform } from './platform.js';
import { takeStep } from './steps.js';
import { uploadFile } from './upload.js';

/** A record that proves a fact. */
const INSPECTION_RECORD = '2026年现场核查记录：经查证属实。\n';

/** An officer who opens a case, by caller and token. */
export interface Opener {
  readonly caller: Caller;
  readonly token: string;
}

/** Opens a case with a fact and the file that proves it; gives its id. */
export async function openCase(
  platform: TestPlatform,
  { caller, token }: Opener,
  centerId: string,
  ground: string,
): Promise<string> {
  const file = await uploadFile(platform, token, '现场核查记录.txt', INSPECTION_RECORD);
  const facts = [{ statement: '经查证属实', evidence: [file] }];
  const { body } = await caller.post('revocation-cases', { centerId, ground, facts }).expect(201);
  return body.id;
}

/** Invites the center and has its operator give up the statement, so that the case can be decided. */
export async function hearCase(officer: Caller, operator: Caller, id: string): Promise<void> {
  await takeStep(officer, `revocation-cases/${id}`, 'invitation');
  await takeStep(operator, `revocation-cases/${id}`, 'statement', { waived: true, reason: '对认定的事实没有异议。' });
}
