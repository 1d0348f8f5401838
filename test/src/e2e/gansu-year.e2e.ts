import { setStatutoryClock } from '@shucu/database';
import {
  type ApiClient,
  ApiRefusal,
  assess,
  caseOf,
  decideAfterStatement,
  evaluate,
  type GansuYear,
  joinParty,
  openAssessments,
  playGansuYear,
  type StoryClient,
  type StoryParty,
  type StoryStage,
} from '@shucu/demonstration';
import { sha256 } from '@shucu/kernel';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { packedFiles } from '../harness/packed-files.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { openStage } from '../harness/story-stage.js';

interface Documents {
  readonly items: readonly { readonly kind: string; readonly state: string; readonly number: string }[];
}

interface CaseList {
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** Every kind of document that the story issues. */
const KINDS = [
  'announcement',
  'annualReport',
  'applicationForm',
  'assessmentResult',
  'correctionNotice',
  'objectionAnswer',
  'publicNotice',
  'ratingReport',
  'recommendation',
  'revocationNotice',
  'selfEvaluation',
  'statementInvitation',
  'tenantSummary',
];

/** A year takes its time. */
const PATIENCE_MS = 400_000;

describe('a year of Gansu, played through HTTP by whoever would do each thing', () => {
  const lines: string[] = [];
  let platform: TestPlatform;
  let tenant: TestTenant;
  let worker: { close(): Promise<void> };
  let stage: StoryStage;
  let failing: StoryParty;
  let failingCenter: string;
  let year: GansuYear;

  const gradeOf = async (runYear: number): Promise<string | null> => {
    const ratings = await evaluate(stage, runYear);
    return ratings.find(({ centerId }) => centerId === failingCenter)?.grade ?? null;
  };

  /** Experts find nothing at the center, and its one record weighs nothing. */
  const failIn = async (runYear: number): Promise<void> => {
    await openAssessments(stage, runYear, [failingCenter]);
    const order = { centerId: failingCenter, year: runYear, score: 5, visitedOn: `${runYear + 1}-02-10` };
    await assess(stage, year.experts, order);
    expect(await gradeOf(runYear)).toBe('fail');
  };

  const caseFile = async (path: string, on?: string): Promise<ReadonlyMap<string, Buffer>> => {
    const officer = stage.officer as ApiClient;
    return packedFiles(Buffer.from(await officer.download(`${path}/case-file${on ? `?on=${on}` : ''}`)));
  };

  const all = async (client: StoryClient, path: string): Promise<Documents['items']> => {
    const { items, next } = await client.get<Documents & { next?: string }>(path);
    if (!next) return items;
    return [...items, ...(await all(client, `${path.replace(/&after=.*/, '')}&after=${next}`))];
  };

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    worker = await platform.startWorker();
    stage = await openStage(platform, tenant, lines);
    await setStatutoryClock(platform.owner, '2025-01-06T09:00:00+08:00');
    failing = await joinParty(stage, { name: '酒泉停滞科技有限公司', login: 'story.failing', person: '丁守成' });
    const { center } = await stage.officer.post<{ center: { id: string } }>('centers', {
      name: '停滞综合数促中心',
      category: 'comprehensive',
      regionId: tenant.regionId,
      leadOrganizationId: failing.organizationId,
      announcedOn: '2023-09-01',
    });
    failingCenter = center.id;
    for (const servedOn of ['2024-05-06', '2025-05-06']) {
      if (servedOn > '2025-01-06') await setStatutoryClock(platform.owner, '2025-05-07T09:00:00+08:00');
      const record = { centerId: failingCenter, type: 'diagnosis', title: '入企诊断', servedOn };
      await failing.operator.post('service-records', record);
    }
  });

  afterAll(async () => {
    await worker?.close();
    // The story's people keep their connections.
    platform?.server.closeAllConnections();
    await platform?.stop();
    process.stdout.write(`\n甘肃一年：\n${lines.join('\n')}\n\n`);
  });

  it(
    'goes from the call to announced centers and their annual reports',
    async () => {
      year = await playGansuYear(stage);
      expect(year.refusedForBan).toContain('2027-01-13');
      const { items } = await stage.officer.get<{ items: { state: string }[] }>('applications?limit=100');
      expect(items.map(({ state }) => state)).toEqual(Array(5).fill('announced'));
      const centers = await stage.officer.get<{ items: { status: string }[] }>('centers?status=active&limit=100');
      expect(centers.items).toHaveLength(6);
      expect(lines.find((line) => line.includes('逾期'))).toContain('逾期 4 天');
    },
    PATIENCE_MS,
  );

  it(
    'rates a center that does nothing as failing, twice in a row',
    async () => {
      await stage.clock('2026-02-10T09:00:00+08:00');
      await failIn(2024);
      stage.tell('2026-02-10', '2024 年度评估：停滞综合数促中心 不合格');
      await stage.clock('2026-03-10T09:00:00+08:00');
      await failIn(2025);
      stage.tell('2026-03-10', '2025 年度评估：停滞综合数促中心 连续第二次不合格，自动立案（第十七条第（一）项）');
    },
    PATIENCE_MS,
  );

  it(
    'hears the center, revokes it, and refuses its lead in the next round, saying until when',
    async () => {
      await stage.clock('2026-03-12T09:00:00+08:00');
      const found = await caseOf(stage.officer, failingCenter);
      const banThrough = await decideAfterStatement(stage, found.id, failing.operator, '连续两次不合格，予以撤销。');
      expect(banThrough).toBe('2028-03-12');
      stage.tell('2026-03-12', `撤销停滞综合数促中心，牵头单位至 ${banThrough} 不得再次申报`);
      const center = await stage.officer.get<{ center: { status: string; exitedOn: string } }>(
        `centers/${failingCenter}`,
      );
      expect(center.center).toMatchObject({ status: 'revoked', exitedOn: '2026-03-12' });
      await stage.clock('2026-05-06T09:00:00+08:00');
      const round = await stage.officer.post<{ id: string }>('rounds', {
        year: 2026,
        title: '2026年度申报',
        notice: '按通知办理。',
        opensOn: '2026-05-06',
        closesOn: '2026-05-31',
      });
      const again = failing.operator.post('applications', {
        roundId: round.id,
        leadOrganizationId: failing.organizationId,
        name: '停滞新数促中心',
        category: 'comprehensive',
      });
      const refusal = await again.catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(ApiRefusal);
      expect((refusal as ApiRefusal).title).toContain('2028-03-12');
      stage.tell('2026-05-06', `拒绝再次申报：${(refusal as ApiRefusal).title}`);
    },
    PATIENCE_MS,
  );

  it(
    'leaves every document of it, made, and a whole case to take away',
    async () => {
      await stage.settle('the documents', async () => {
        const documents = await all(stage.officer, 'documents?limit=100');
        return documents.every(({ state }) => state !== 'pending');
      });
      const documents = await all(stage.officer, 'documents?limit=100');
      expect(documents.filter(({ state }) => state !== 'ready')).toEqual([]);
      expect([...new Set(documents.map(({ kind }) => kind))].sort()).toEqual(expect.arrayContaining(KINDS));
      expect(new Set(documents.map(({ number }) => number)).size).toBe(documents.length);
      const [corrected] = year.announced;
      const packed = await caseFile(corrected?.path ?? '');
      const listed = JSON.parse(String(packed.get('目录.json'))) as CaseList;
      for (const { path, sha256: hash } of listed.files) expect(sha256(packed.get(path) as Buffer)).toBe(hash);
      const paths = [...packed.keys()].join('\n');
      for (const part of [
        '公示.pdf',
        '公告.docx',
        '第1次提交.json',
        '第2次提交.json',
        '现场照片说明.txt',
        '过程记录.txt',
      ]) {
        expect(paths).toContain(part);
      }
      expect(String(packed.get('过程/过程记录.txt'))).toContain('建设方案需要补充。');
      const early = await caseFile(corrected?.path ?? '', '2025-03-20');
      expect([...early.keys()].join('\n')).not.toMatch(/第2次提交|公示/);
    },
    PATIENCE_MS,
  );
});
