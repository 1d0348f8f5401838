import type { StoryClient, StoryExpert, StoryStage, Versioned } from './story.types.js';
import { firstOf, takeStep } from './story-steps.js';

interface GroupMember {
  readonly assignmentId: string;
  readonly expertId: string;
}

interface AssessmentView {
  readonly assessment: Versioned & { readonly leaderId: string | null };
  readonly group: readonly GroupMember[];
}

interface SheetView {
  readonly sheet: { readonly id: string; readonly version: number };
  readonly criteria: readonly { readonly indicator: string; readonly criterion: string }[];
}

/** What is assessed, and how well the experts find it. */
export interface AssessmentOrder {
  readonly centerId: string;
  readonly year: number;
  readonly score: number;
  readonly visitedOn: string;
}

/** Has a group of three drawn, declare, score and seal, a finding noted, and the result signed by the leader. */
export async function assess(
  stage: StoryStage,
  pool: readonly StoryExpert[],
  { centerId, year, score, visitedOn }: AssessmentOrder,
): Promise<void> {
  const { officer } = stage;
  const found = await firstOf<Versioned>(officer, `assessments?centerId=${centerId}&year=${year}`);
  const path = `assessments/${found.id}`;
  await officer.post(`${path}/draws`, { version: found.version, size: 3 });
  const { group } = await officer.get<AssessmentView>(path);
  const members = group.map(({ expertId, assignmentId }) => ({ assignmentId, client: clientOf(pool, expertId) }));
  for (const { client, assignmentId } of members) {
    await client.post(`expert-assignments/${assignmentId}/declaration`, { conflict: null });
  }
  for (const [at, { client }] of members.entries()) await seal(client, found.id, { centerId, year, score: score + at });
  const { assessment } = await officer.get<AssessmentView>(path);
  const leader = clientOf(pool, assessment.leaderId ?? '');
  const people = ['评估组全体', '申报单位负责人'];
  await leader.post(`${path}/findings`, { visitedOn, people, finding: '现场核验与申报材料一致。' });
  const signing = await officer.get<AssessmentView>(path);
  await leader.post(`${path}/signature`, { version: signing.assessment.version, conclusion: '同意评价结果。' });
}

/** Scores every judged criterion on the own sheet and seals it. */
async function seal(
  expert: StoryClient,
  assessmentId: string,
  { centerId, year, score }: Pick<AssessmentOrder, 'centerId' | 'year' | 'score'>,
): Promise<void> {
  const { items } = await expert.get<{ items: { id: string; assessmentId: string }[] }>('score-sheets?limit=100');
  const own = items.find((sheet) => sheet.assessmentId === assessmentId);
  if (!own) throw new Error(`No sheet of assessment ${assessmentId}`);
  const path = `score-sheets/${own.id}`;
  const { criteria } = await expert.get<SheetView>(path);
  for (const { indicator, criterion } of criteria) {
    const opinion = score >= 60 ? '条件具备，成效较好。' : '未见相应环境和成效。';
    await expert.put('expert-scores', { centerId, year, indicator, criterion, score, opinion });
  }
  const { sheet } = await expert.get<SheetView>(path);
  await expert.post(`${path}/submission`, { version: sheet.version });
}

function clientOf(pool: readonly StoryExpert[], expertId: string): StoryClient {
  const found = pool.find(({ id }) => id === expertId);
  if (!found) throw new Error(`Expert ${expertId} is none of the story's`);
  return found.client;
}

/** The result is taken over by the province: proposed for notice. */
export async function conclude(second: StoryClient, path: string): Promise<void> {
  await takeStep(second, path, 'conclusion', { passed: true, reason: '评价结果达到合格线，同意拟公示。' });
}
