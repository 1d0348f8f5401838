import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiClient, ApiRefusal } from '@shucu/demonstration';
import { Decimal, shownScore } from '@shucu/kernel';
import { GRADE_TITLES, type Grade } from '@shucu/plugin-sdk';
import Table from 'cli-table3';
import type { DemoProvince } from './demonstration.js';
import { decideOwnCases, evaluateYear, noticesSettled, reportsSettled } from './evaluation.js';
import { showLogins } from './logins.js';
import { Unfinished } from './unfinished.js';

interface RatingView {
  readonly id: string;
  readonly centerId: string;
  readonly centerName: string;
  readonly pluginId: string;
  readonly state: 'rated' | 'notEvaluated' | 'error';
  readonly total: string | null;
  readonly grade: Grade | null;
  readonly firstEvaluation: boolean;
}

interface SheetView {
  readonly sheet: {
    readonly indicators: readonly { title: string; score: string; weight: string }[];
  } | null;
}

interface DocumentView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly state: string;
  readonly error: string | null;
}

type Say = (sentence: string) => void;

/** Where a province is shown: the api, the data directory, and who listens. */
interface Showing {
  readonly url: string;
  readonly directory: string;
  readonly say: Say;
  readonly signal: AbortSignal;
}

/** Runs what is still to be evaluated in a province, and shows the year: ratings, cases, documents and logins. */
export async function showProvince(province: DemoProvince, { url, directory, say, signal }: Showing): Promise<void> {
  const officers = province.logins.filter(({ role }) => role === 'provinceOfficer');
  const [officer, second] = await Promise.all(officers.map((login) => ApiClient.signIn({ url, signal }, login)));
  if (!officer || !second) throw new Error(`${province.name} needs two province officers`);
  say(`\n══ ${province.name} ══`);
  const unfinished = await Unfinished.open(join(directory, `${province.name}-unfinished.json`));
  for (const year of province.years) {
    say(`${year} 年度运行质量评估：${await evaluateYear({ officer, reviewer: second }, year, unfinished)}`);
  }
  await reportsSettled(officer, unfinished);
  const operators = province.logins.filter(({ role }) => role === 'centerOperator');
  const signedIn = unfinished.cases.length === 0 ? [] : operators;
  await decideOwnCases(second, await signInAll(url, signedIn, signal), unfinished);
  await noticesSettled(officer, unfinished);
  await unfinished.finish();
  await showRatings(officer, province, say);
  await showCases(officer, say);
  await saveDocuments(officer, join(directory, 'documents', province.name), say);
  await showLogins(province, { url, directory, say });
}

/** One after the other: each sign-in takes a thread for its password. */
async function signInAll(url: string, logins: DemoProvince['logins'], signal: AbortSignal): Promise<ApiClient[]> {
  const clients: ApiClient[] = [];
  for (const login of logins) clients.push(await ApiClient.signIn({ url, signal }, login));
  return clients;
}

async function showRatings(officer: ApiClient, province: DemoProvince, say: Say): Promise<void> {
  const year = province.years.at(-1) ?? 0;
  const ratings = await officer.all<RatingView>(`ratings?year=${year}`);
  ratings.sort((a, b) => new Decimal(b.total ?? -1).comparedTo(a.total ?? -1));
  const table = new Table({
    head: ['中心', '类别', '得分', '等级', '失分最多的指标'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const rating of ratings) {
    const { sheet } = await officer.get<SheetView>(`ratings/${rating.id}`);
    table.push([
      rating.centerName + (rating.firstEvaluation ? '（首次参评）' : ''),
      province.categories[rating.pluginId] ?? rating.pluginId,
      rating.total === null ? '—' : shownScore(rating.total),
      outcomeOf(rating),
      worst(sheet?.indicators ?? []),
    ]);
  }
  say(`${year} 年度评估结果（${ratings.length} 家）`);
  say(table.toString());
}

function outcomeOf({ state, grade }: RatingView): string {
  return state === 'error' ? '出错' : GRADE_TITLES[grade ?? 'notEvaluated']['zh-CN'];
}

/** The two indicators that cost most, as a reader would ask for. */
function worst(indicators: readonly { title: string; score: string; weight: string }[]): string {
  return indicators
    .map(({ title, score, weight }) => ({ title, lost: new Decimal(weight).minus(score) }))
    .filter(({ lost }) => lost.gt(0))
    .sort((a, b) => b.lost.comparedTo(a.lost))
    .slice(0, 2)
    .map(({ title, lost }) => `${title} −${lost.toFixed(2)}`)
    .join('，');
}

async function showCases(officer: ApiClient, say: Say): Promise<void> {
  const cases = await officer.all<{
    centerId: string;
    state: string;
    facts: { statement: string }[];
    banThrough: string;
  }>('revocation-cases');
  for (const { centerId, state, facts, banThrough } of cases) {
    const { center } = await officer.get<{ center: { name: string } }>(`centers/${centerId}`);
    const outcome = state === 'revoked' ? `已撤销，至 ${banThrough} 不得再次申报` : state;
    say(`撤销案件：${center.name}（${facts.map(({ statement }) => statement).join('；')}）→ ${outcome}`);
  }
  if (cases.length === 0) say('撤销案件：无');
}

async function saveDocuments(officer: ApiClient, directory: string, say: Say): Promise<void> {
  const documents = await officer.all<DocumentView>('documents');
  await mkdir(directory, { recursive: true });
  for (const { id, kind, title, number, state, error } of documents) {
    if (state !== 'ready') {
      say(`文书 ${number} ${title}：${state} ${error ?? ''}`);
      continue;
    }
    const path = join(directory, fileName(`${number} ${title}`));
    try {
      await writeFile(path, await officer.download(`documents/${id}/content/pdf`));
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      say(`文书 ${number} ${title}：${error.message}`);
      continue;
    }
    if (kind === 'revocationNotice') say(`撤销通知书：${path}`);
  }
  say(`文书 ${documents.length} 份：${directory}`);
}

/** People name centers as they like, a file system does not take every name. */
function fileName(name: string): string {
  return `${[...name.replaceAll(/[/\0]/g, '／')].slice(0, 60).join('')}.pdf`;
}
