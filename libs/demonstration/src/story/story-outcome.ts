import type { StoryClient, StoryParty, StoryStage, Versioned } from './story.types.js';
import { firstOf, takeStep } from './story-steps.js';

interface RunView extends Versioned {
  readonly computedAt: string | null;
}

interface RatingView {
  readonly id: string;
  readonly centerId: string;
  readonly grade: string | null;
  readonly total: string | null;
}

/** Runs a year's evaluation to its publication: computed, reviewed by one officer, finalised by another (第十六条). */
export async function evaluate(stage: StoryStage, year: number): Promise<readonly RatingView[]> {
  const { officer, second } = stage;
  const { id } = await officer.post<Versioned>('rating-runs', { year });
  const path = `rating-runs/${id}`;
  await stage.settle('the computation', async () => {
    const { state, computedAt } = await officer.get<RunView>(path);
    return state === 'scoring' && computedAt !== null;
  });
  await takeStep(second, path, 'review');
  await takeStep(officer, path, 'finalisation');
  await takeStep(officer, path, 'publication');
  const { items } = await officer.get<{ items: readonly RatingView[] }>(`ratings?year=${year}&limit=100`);
  return items;
}

/** Opens the assessments of the centers that are due, so that experts can score them. */
export async function openAssessments({ officer }: StoryStage, year: number, centerIds: readonly string[]) {
  await officer.post('assessments', { year, centerIds });
}

/** The open case of a center. */
export function caseOf(officer: StoryClient, centerId: string): Promise<Versioned> {
  return firstOf<Versioned>(officer, `revocation-cases?centerId=${centerId}`);
}

/** A case on evidence: opened by one officer, the center heard, decided by the other (第十七条). */
export async function revokeUponEvidence(stage: StoryStage, centerId: string, party: StoryParty): Promise<string> {
  const { officer } = stage;
  const proof = await officer.upload('现场核查记录.txt', '抽查 20 份服务记录，14 份无对应企业。\n');
  const facts = [{ statement: '抽查的 20 份服务记录中 14 份系虚报', evidence: [proof] }];
  const { id } = await officer.post<Versioned>('revocation-cases', { centerId, ground: 'falseMaterial', facts });
  await takeStep(officer, `revocation-cases/${id}`, 'invitation');
  return decideAfterStatement(stage, id, party.operator, '提供虚假材料和数据，事实清楚，予以撤销。');
}

/** The center states its case, and the officer who did not open it decides; gives the last day of the ban. */
export async function decideAfterStatement(
  { second }: StoryStage,
  id: string,
  operator: StoryClient,
  reason: string,
): Promise<string> {
  const path = `revocation-cases/${id}`;
  await takeStep(operator, path, 'statement', { statement: '对认定的事实没有异议，恳请从轻处理。' });
  await takeStep(second, path, 'decision', { decision: 'revoke', reason });
  const { banThrough } = await second.get<{ banThrough: string }>(path);
  return banThrough;
}
