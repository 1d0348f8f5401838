import { shownScore } from '@shucu/kernel';
import { ApiRefusal } from './api-client.js';
import type { StoryExpert, StoryParty, StoryStage } from './story.types.js';
import {
  accept,
  apply,
  recommend,
  returnAndCorrect,
  review,
  type StoryApplication,
  submit,
} from './story-applications.js';
import { assess, conclude } from './story-assessment.js';
import { announce, dismissObjection, noticeEnded, object, publishNotice } from './story-notice.js';
import { revokeUponEvidence } from './story-outcome.js';
import { joinExperts, joinParty } from './story-people.js';
import { acceptAnnualReport, fileAnnualReport, serve } from './story-year.js';

/** The application year of the story; what is announced in it is rated from the next one on (第十六条). */
const YEAR = 2025;

/** What the year leaves behind. */
export interface GansuYear {
  readonly experts: readonly StoryExpert[];
  readonly announced: readonly StoryApplication[];
  /** What was refused to the lead under the ban. */
  readonly refusedForBan: string;
}

/**
 * One year of a province (第九条—第十五条), played through HTTP by the role that would do each thing, on the days on which it would be done:
 * the call, six applications (one returned, one direct, one of a consortium, one refused for the ban, one objected to), notice,
 * announcement, a year of services, annual reports, one of them late.
 */
export async function playGansuYear(stage: StoryStage): Promise<GansuYear> {
  const banned = await banSomebody(stage);
  const roundId = await call(stage);
  const applications = await applyAll(stage, roundId);
  const refusedForBan = await refuseBanned(stage, roundId, banned);
  await reviewAll(stage, applications);
  const experts = await assessAll(stage, applications);
  await publishAndAnnounce(stage, applications);
  await liveTheYear(stage, applications);
  return { experts, announced: applications, refusedForBan };
}

/** Before the call: a center of an earlier year turns out to have lied, and its lead is banned for two years. */
async function banSomebody(stage: StoryStage): Promise<StoryParty> {
  await stage.clock('2025-01-13T09:00:00+08:00');
  const name = '兰州虚实（集团）科技有限公司';
  const party = await joinParty(stage, { name, login: 'story.banned', person: '马得福' });
  const { center } = await stage.officer.post<{ center: { id: string } }>('centers', {
    name: '兰州虚实工业互联网数促中心',
    category: 'comprehensive',
    regionId: stage.region.id,
    leadOrganizationId: party.organizationId,
    memberIds: [],
    announcedOn: '2024-09-10',
  });
  const banThrough = await revokeUponEvidence(stage, center.id, party);
  stage.tell(
    '2025-01-13',
    `撤销 兰州虚实工业互联网数促中心（第十七条第（二）项），牵头单位至 ${banThrough} 不得再次申报`,
  );
  return party;
}

async function call({ clock, officer, tell }: StoryStage): Promise<string> {
  await clock('2025-03-03T09:00:00+08:00');
  const round = {
    year: YEAR,
    title: `${YEAR}年度工业互联网数字化转型促进中心申报`,
    notice: '请各市（州）按属地原则组织申报，中央在甘企业和省属企业可直接申报。',
    opensOn: '2025-03-03',
    closesOn: '2025-03-31',
  };
  const { id } = await officer.post<{ id: string }>('rounds', round);
  tell('2025-03-03', `发布${YEAR}年度申报通知，3 月 3 日至 31 日受理（第九条）`);
  return id;
}

/** Returned, direct, of a consortium, objected to, and a plain one: in this order. */
async function applyAll(stage: StoryStage, roundId: string): Promise<StoryApplication[]> {
  await stage.clock('2025-03-17T10:00:00+08:00');
  const enter = (login: string, person: string, name: string, traits = {}): Promise<StoryParty> =>
    joinParty(stage, { login, person, name, ...traits });
  const corrected = await enter('story.corrected', '王海燕', '兰州河岸智能科技有限公司');
  const direct = await enter('story.direct', '刘振东', '甘肃祁连装备集团有限公司', { ownership: 'provincial' });
  const lead = await enter('story.lead', '孙晓梅', '兰州数联科技有限公司');
  const member = await enter('story.member', '何一鸣', '西北工业互联网学院', { kind: 'university' });
  const contested = await enter('story.contested', '高建华', '兰州诚服数字技术有限公司');
  const plain = await enter('story.plain', '罗静', '兰州育才实训有限公司');
  const applications = [
    await apply(roundId, corrected, { name: '河岸综合数促中心', category: 'comprehensive' }),
    await apply(roundId, direct, {
      name: '祁连装备行业数促中心',
      category: 'industry',
      industry: 'C36',
      route: 'direct',
    }),
    await apply(roundId, lead, { name: '数联综合数促中心', category: 'comprehensive', members: [member] }),
    await apply(roundId, contested, {
      name: '诚服中小企业服务数促中心',
      category: 'functional',
      variant: 'sme',
    }),
    await apply(roundId, plain, { name: '育才人才培育数促中心', category: 'functional', variant: 'talent' }),
  ];
  for (const application of applications) {
    await submit(application);
    stage.tell('2025-03-17', `${application.party.name} 提交“${application.name}”（第十条）`);
  }
  return applications;
}

/** The banned lead tries again as an organization of nearly the same name (第十七条). */
async function refuseBanned(stage: StoryStage, roundId: string, banned: StoryParty): Promise<string> {
  const disguised = banned.name.replace('（集团）', '(集团) ');
  const party = await joinParty(stage, { name: disguised, login: 'story.disguised', person: '马得禄' });
  const attempt = apply(roundId, party, { name: '虚实新数促中心', category: 'comprehensive' });
  const refusal = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refusal instanceof ApiRefusal)) throw new Error('The banned lead was not refused');
  stage.tell('2025-03-17', `拒绝 ${disguised}：${refusal.title}`);
  return refusal.title;
}

async function reviewAll(stage: StoryStage, applications: readonly StoryApplication[]): Promise<void> {
  const [corrected, direct, ...others] = applications as [StoryApplication, StoryApplication, ...StoryApplication[]];
  await stage.clock('2025-03-24T10:00:00+08:00');
  await returnAndCorrect(stage, corrected);
  await stage.clock('2025-03-28T10:00:00+08:00');
  for (const application of [corrected, ...others]) {
    await review(stage.city, application, '2025-03-27');
    await recommend(stage.city, application);
  }
  await review(stage.officer, direct, '2025-03-28');
  stage.tell('2025-03-28', '初审、现场查看，市局推荐四家；一家由省厅直接受理（第十条、第十一条）');
  await stage.clock('2025-04-02T10:00:00+08:00');
  for (const application of applications) await accept(stage.officer, application);
  stage.tell('2025-04-02', '五家通过形式审查，进入专家核查评估（第十二条）');
}

async function assessAll(stage: StoryStage, applications: readonly StoryApplication[]): Promise<StoryExpert[]> {
  const experts = await joinExperts(stage);
  await stage.clock('2025-04-15T10:00:00+08:00');
  for (const [at, { centerId, path, name }] of applications.entries()) {
    await assess(stage, experts, { centerId, year: YEAR, score: 80 + at, visitedOn: '2025-04-14' });
    await conclude(stage.second, path);
    const { result } = await stage.officer.get<{ result: { total: string } }>(`${path}/course`);
    stage.tell('2025-04-15', `${name}：专家评估 ${shownScore(result.total)} 分，拟公示`);
  }
  return experts;
}

async function publishAndAnnounce(stage: StoryStage, applications: readonly StoryApplication[]): Promise<void> {
  await stage.clock('2025-04-25T10:00:00+08:00');
  const notice = await publishNotice(stage, applications);
  stage.tell('2025-04-25', `公示五家：${notice.arithmetic}`);
  const contested = applications[3] as StoryApplication;
  await stage.clock('2025-04-29T15:00:00+08:00');
  const objection = await object(stage, notice, contested);
  stage.tell('2025-04-29', `收到对“${contested.name}”的异议 ${objection.receipt}`);
  await stage.clock('2025-05-07T00:00:00+08:00');
  await noticeEnded(stage, notice);
  await stage.clock('2025-05-07T09:00:00+08:00');
  const clear = applications.filter((application) => application !== contested);
  stage.tell('2025-05-07', `公告四家 ${await announce(stage, clear)}，有异议的一家延后（第十四条）`);
  await stage.clock('2025-05-12T09:00:00+08:00');
  await dismissObjection(stage, objection.id);
  stage.tell('2025-05-12', `异议不成立，公告“${contested.name}” ${await announce(stage, [contested])}`);
}

async function liveTheYear(stage: StoryStage, announced: readonly StoryApplication[]): Promise<void> {
  await stage.clock('2025-12-08T09:00:00+08:00');
  let records = 0;
  for (const application of announced) records += await serve(stage, application, YEAR);
  stage.tell('2025-12-08', `五家中心登记服务记录 ${records} 条，市局逐条核实`);
  await stage.clock('2026-01-20T09:00:00+08:00');
  const [late, ...punctual] = announced as [StoryApplication, ...StoryApplication[]];
  await expectReports(stage, announced);
  for (const { party, centerId } of punctual) await fileAnnualReport(party.operator, centerId, YEAR);
  stage.tell('2026-01-20', `四家报送${YEAR}年度工作报告（第十五条，截止 1 月 31 日）`);
  await stage.clock('2026-02-04T09:00:00+08:00');
  const days = await fileAnnualReport(late.party.operator, late.centerId, YEAR);
  stage.tell('2026-02-04', `${late.name} 逾期 ${days} 天报送`);
  for (const { centerId } of announced) await acceptAnnualReport(stage.officer, centerId, YEAR);
}

async function expectReports(stage: StoryStage, announced: readonly StoryApplication[]): Promise<void> {
  await stage.settle('the annual reports', async () => {
    const { items } = await stage.officer.get<{ items: { centerId: string }[] }>(
      `annual-reports?year=${YEAR}&limit=100`,
    );
    return announced.every(({ centerId }) => items.some((report) => report.centerId === centerId));
  });
}
