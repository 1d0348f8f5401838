import { DOSSIER, VISIT } from './dossier-texts.js';
import type { StoryClient, StoryParty, StoryStage, Versioned } from './story.types.js';
import { takeStep } from './story-steps.js';

/** An application of the story. */
export interface StoryApplication {
  readonly id: string;
  readonly path: string;
  readonly centerId: string;
  readonly name: string;
  readonly party: StoryParty;
}

export interface ApplicationTraits {
  readonly name: string;
  readonly category: string;
  readonly variant?: string;
  readonly industry?: string;
  readonly route?: 'local' | 'direct';
  readonly members?: readonly StoryParty[];
}

interface FormView {
  readonly values: readonly {
    readonly measure: string;
    readonly isWhole: boolean;
    readonly fact: string | null;
    readonly isYesNo: boolean;
  }[];
}

/** Enters an application into the round and fills it in, up to what its members have to sign. */
export async function apply(
  roundId: string,
  party: StoryParty,
  { members = [], ...traits }: ApplicationTraits,
): Promise<StoryApplication> {
  const begun = { roundId, leadOrganizationId: party.organizationId, ...traits };
  const codes = members.map(({ creditCode }) => creditCode);
  const { id, centerId } = await party.operator.post<{ id: string; centerId: string }>('applications', {
    ...begun,
    members: codes,
  });
  const path = `applications/${id}`;
  const { values } = await party.operator.get<FormView>(`${path}/form`);
  const claims = values.filter(({ fact }) => fact === null);
  const facts = values.flatMap(({ fact, isYesNo }) => (fact === null ? [] : [[fact, isYesNo ? true : 62] as const]));
  await save(party.operator, path, {
    ...DOSSIER,
    claimed: Object.fromEntries(claims.map(({ measure, isWhole }) => [measure, isWhole ? '1200' : '0.2'])),
    facts: Object.fromEntries(facts),
  });
  const application = { id, path, centerId, name: traits.name, party };
  if (members.length > 0) await agree(application, members);
  return application;
}

/** Submits, as somebody of the lead who may. */
export async function submit({ party, path }: StoryApplication): Promise<void> {
  await takeStep(party.operator, path, 'submission');
}

/** Verifies every stated value as stated, visits and recommends; the bureau, or the province by the direct route. */
export async function review(office: StoryClient, { path }: StoryApplication, visitedOn: string): Promise<void> {
  const course = await office.get<{ version: number; values: { measure: string; claimed: string }[] }>(
    `${path}/course`,
  );
  const items = course.values.map(({ measure, claimed }) => ({ measure, verified: claimed }));
  const opinion = '材料属实，数据有据可查。';
  await office.put(`${path}/preliminary-review`, { version: course.version, items, opinion });
  const photo = await office.upload('现场照片说明.txt', `现场查看 ${visitedOn}，照片存档。\n`);
  await takeStep(office, path, 'site-visits', { ...VISIT, visitedOn, photos: [photo] });
}

export async function recommend(city: StoryClient, { path }: StoryApplication): Promise<void> {
  await takeStep(city, path, 'recommendation', { reason: '基础扎实、服务能力较强，同意推荐。' });
}

/** Checks every item of the formal review and accepts. */
export async function accept(officer: StoryClient, { path }: StoryApplication): Promise<void> {
  const course = await officer.get<{ version: number; checklist: { item: string }[] }>(`${path}/course`);
  const items = course.checklist.map(({ item }) => ({ item, conclusion: 'pass' }));
  await officer.put(`${path}/formal-review`, { version: course.version, items, opinion: '形式审查合格。' });
  await takeStep(officer, path, 'acceptance');
}

/** Returns one for correction, and has it corrected and submitted again. */
export async function returnAndCorrect(stage: StoryStage, { path, party }: StoryApplication): Promise<void> {
  const remarks = [{ place: 'plan.goals', fault: '目标未按年度分解。', demand: '请按年度列出服务企业数。' }];
  await takeStep(stage.city, path, 'return', { reason: '建设方案需要补充。', remarks });
  stage.tell('2025-03-24', '市局退回补正：建设目标须按年度分解');
  await stage.clock('2025-03-26T10:00:00+08:00');
  await save(party.operator, path, { plan: { goals: '2025 年服务二百家，2026 年四百家，2027 年六百家。' } });
  const { corrections } = await party.operator.get<{ corrections: { remarks: { id: string }[] }[] }>(`${path}/course`);
  const answers = (corrections.at(-1)?.remarks ?? []).map(({ id }) => ({ remarkId: id, answer: '已按年度分解。' }));
  await takeStep(party.operator, path, 'remark-answers', { answers });
  await takeStep(party.operator, path, 'submission');
}

/** Saves a change of a dossier on the version that is there now. */
async function save(operator: StoryClient, path: string, change: object): Promise<void> {
  const { version } = await operator.get<Versioned>(path);
  await operator.patch(path, { version, change });
}

/** The agreement of a consortium (第五条), and the sign-off of each member. */
async function agree({ path, party }: StoryApplication, members: readonly StoryParty[]): Promise<void> {
  const agreement = await party.operator.upload('联合体合作协议.txt', '各方共同建设数促中心，按协议分工。\n');
  const division = '牵头单位负责平台与运营，成员单位负责人才培养与技术攻关。';
  await save(party.operator, path, {
    consortium: { signedOn: '2025-02-20', division },
    evidence: { agreement: [agreement] },
  });
  const { dossierHash } = await party.operator.get<{ dossierHash: string }>(path);
  for (const { operator } of members) await operator.post(`${path}/sign-off`, { dossierHash });
}
