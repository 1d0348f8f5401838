import { REPORT } from './dossier-texts.js';
import type { StoryClient, StoryStage, Versioned } from './story.types.js';
import type { StoryApplication } from './story-applications.js';
import { firstOf, takeStep } from './story-steps.js';

/** What a center does in a year, month by month: type, title and people reached. */
const SERVICES = [
  ['06-12', 'diagnosis', '入企数字化诊断', 3],
  ['07-18', 'training', '工业互联网应用实训班', 120],
  ['09-05', 'matchmaking', '供需对接会', 80],
  ['10-23', 'forum', '数字化转型论坛', 200],
  ['11-14', 'consulting', '智能化改造咨询', 5],
] as const;

/** Records the services of a year as they happen, and has the bureau verify them in one go. */
export async function serve(
  stage: StoryStage,
  { centerId, party: { operator } }: StoryApplication,
  year: number,
): Promise<number> {
  const items: { id: string; version: number }[] = [];
  for (const [day, type, title, headcount] of SERVICES) {
    const record = { centerId, type, title, headcount, servedOn: `${year}-${day}`, sme: true };
    const { id, version } = await operator.post<Versioned>('service-records', record);
    items.push({ id, version });
  }
  await stage.city.post('service-records/verification', { verification: 'verified', items });
  return items.length;
}

/** Writes last year's report and files it (第十五条); says by how many days it was late. */
export async function fileAnnualReport(operator: StoryClient, centerId: string, year: number): Promise<number> {
  const { id, version } = await firstOf<Versioned>(operator, `annual-reports?centerId=${centerId}&year=${year}`);
  const path = `annual-reports/${id}`;
  await operator.patch(path, { version, change: REPORT });
  await takeStep(operator, path, 'filing');
  const { daysLate } = await operator.get<{ daysLate: number | null }>(path);
  return daysLate ?? 0;
}

/** The province accepts a report that was filed. */
export async function acceptAnnualReport(officer: StoryClient, centerId: string, year: number): Promise<void> {
  const { id } = await firstOf<Versioned>(officer, `annual-reports?centerId=${centerId}&year=${year}`);
  await takeStep(officer, `annual-reports/${id}`, 'acceptance');
}
