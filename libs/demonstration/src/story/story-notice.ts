import type { StoryClient, StoryStage, Versioned } from './story.types.js';
import type { StoryApplication } from './story-applications.js';
import { firstOf } from './story-steps.js';

interface NoticeView {
  readonly id: string;
  readonly through: string;
  readonly arithmetic: string;
  readonly snapshotHash: string;
}

const CONTACT = { name: '省工信厅数字化处', phone: '0931-8888888', email: 'szh@gansu.example', address: null };

async function candidatesOf(officer: StoryClient, applications: readonly StoryApplication[]): Promise<object[]> {
  const candidates: object[] = [];
  for (const { id, path } of applications) {
    const { version } = await officer.get<Versioned>(path);
    candidates.push({ applicationId: id, version });
  }
  return candidates;
}

/** Puts the proposed centers on public notice (第十三条). */
export async function publishNotice(
  { officer }: StoryStage,
  applications: readonly StoryApplication[],
): Promise<NoticeView> {
  const candidates = await candidatesOf(officer, applications);
  return officer.post<NoticeView>('public-notices', { candidates, contact: CONTACT });
}

/** Somebody objects by the public page, under their own name; gives the receipt. */
export function object(stage: StoryStage, notice: NoticeView, { id, name }: StoryApplication) {
  return stage.anybody.post<{ id: string; receipt: string }>(
    `public/${stage.tenantCode}/notices/${notice.id}/objections`,
    {
      applicationId: id,
      objectorKind: 'person',
      objectorName: '陈建国',
      identityNumber: '11010519491231002X',
      phone: '13800000000',
      content: `${name}所报运营人数偏高，请核实社会保险缴纳人数。`,
    },
  );
}

/** The province finds the objection unfounded, with its reasons. */
export async function dismissObjection({ second }: StoryStage, id: string): Promise<void> {
  const { version } = await second.get<Versioned>(`objections/${id}`);
  await second.post(`objections/${id}/decision`, {
    version,
    decision: 'dismissed',
    findings: '调取了 2025 年 3 月社会保险缴纳记录，在册 62 人。',
    answer: '经核查，所报运营人数属实，异议不成立。',
  });
}

/** Waits for the end of a notice whose last day is over. */
export async function noticeEnded(stage: StoryStage, { id }: NoticeView): Promise<void> {
  await stage.settle('the end of the notice', async () => {
    const { notice } = await stage.anybody.get<{ notice: { state: string } }>(
      `public/${stage.tenantCode}/notices/${id}`,
    );
    return notice.state === 'ended';
  });
}

/** Announces the centers (第十四条); gives the number of the announcement. */
export async function announce({ second }: StoryStage, applications: readonly StoryApplication[]): Promise<string> {
  const candidates = await candidatesOf(second, applications);
  await second.post('announcements', { candidates });
  const { number } = await firstOf<{ number: string }>(second, 'documents?kind=announcement');
  return number;
}
