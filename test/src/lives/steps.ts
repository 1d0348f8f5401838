import { setStatutoryClock } from '@shucu/database';
import type { Response } from 'supertest';
import { type Caller, callerOf, callerWith } from '../harness/caller.js';
import { until } from '../harness/platform.js';
import { openCase } from '../harness/revocation-steps.js';
import type { Life, LifeModel } from './model.js';

/** One thing that people or time do in a life. */
export interface LifeStep {
  /** Whether there is anything to do it to. */
  readonly can?: (model: LifeModel) => boolean;
  /** Whether the platform must take it; otherwise it must answer 409 and change nothing. */
  readonly allowed: (model: LifeModel) => boolean;
  readonly act: (life: Life) => Promise<Response | null>;
  readonly after: (model: LifeModel, life: Life) => void;
}

const REASON = { reason: '事实清楚，证据确凿。' };
const SUPERIOR = {
  ...{ kind: 'reconsideration', authority: '测试省人民政府', title: '行政复议决定书', number: '测政复〔2025〕3号' },
  reason: '原决定认定事实不清，予以撤销。',
};
const CONTACT = { name: '数字化处', phone: '0931-8888888' };
const PERSON = {
  ...{ objectorKind: 'person', objectorName: '张三', identityNumber: '11010519491231002X', phone: '13800000000' },
  content: '该中心所报运营人数与事实不符。',
};

const as = ({ platform, tenant }: Life, who: keyof Life['tenant']['tokens']): Caller =>
  callerOf(platform, tenant.tokens[who]);
const candidates = async (life: Life) => {
  const { id } = life.application;
  const { version } = (await as(life, 'provinceOfficer').get(`applications/${id}`).expect(200)).body;
  return [{ applicationId: id, version }];
};
const caseStep = async (
  life: Life,
  who: 'provinceOfficer' | 'secondOfficer' | 'centerOperator',
  noun: string,
  body = {},
) => {
  const path = `revocation-cases/${life.caseId}`;
  const { version } = (await as(life, 'provinceOfficer').get(path).expect(200)).body;
  return as(life, who).post(`${path}/${noun}`, { version, ...body });
};
const decideObjection =
  (decision: object) =>
  async (life: Life): Promise<Response> => {
    const { body } = await as(life, 'secondOfficer').get(`objections/${life.objectionId}`).expect(200);
    const said = { version: body.version, findings: '经核查。', answer: '已答复。', ...decision };
    return as(life, 'secondOfficer').post(`objections/${life.objectionId}/decision`, said);
  };
const hasNotice = ({ notice }: LifeModel): boolean => notice !== 'none';
const hasCase = ({ revocation }: LifeModel): boolean => revocation !== 'none';
const isUpholdable = ({ application, isContested }: LifeModel): boolean => isContested && application === 'onNotice';
const hasObjected = (model: LifeModel): boolean => model.isContested;

/** Time goes on by some days; what is due then happens. */
export function advance(days: number): LifeStep {
  return {
    allowed: () => true,
    act: async (life) => {
      life.now = new Date(Date.parse(`${life.now}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      await setStatutoryClock(life.platform.owner, `${life.now}T10:00:00+08:00`);
      return null;
    },
    after: (model, { now, through, statementDueOn }) => {
      if (model.notice === 'running' && now > through) model.notice = 'ended';
      if (model.revocation === 'statement' && now > statementDueOn) model.revocation = 'heard';
    },
  };
}

/** Waits for the worker to do what the model says is due. */
export async function settle({ noticeId, caseId, ...life }: Life, model: LifeModel): Promise<void> {
  const officer = as(life as Life, 'provinceOfficer');
  const is = (path: string, state: string) => async () => {
    const { body } = await officer.get(path).expect(200);
    return (body.notice ?? body).state === state;
  };
  if (model.notice === 'ended') await until('the end of the notice', is(`public-notices/${noticeId}`, 'ended'), 20_000);
  if (model.revocation === 'heard') await until('the hearing', is(`revocation-cases/${caseId}`, 'heard'), 20_000);
}

export const APPLICATION_STEPS: Readonly<Record<string, LifeStep>> = {
  publish: {
    allowed: ({ application }) => application === 'proposed',
    act: async (life) => {
      const renews = life.noticeId ? { renews: { noticeId: life.noticeId, reason: '更正后重新公示。' } } : {};
      const order = { candidates: await candidates(life), contact: CONTACT, ...renews };
      const response = await as(life, 'provinceOfficer').post('public-notices', order);
      if (response.status === 201) [life.noticeId, life.through] = [response.body.id, response.body.through];
      return response;
    },
    after: (model) => Object.assign(model, { application: 'onNotice', notice: 'running' }),
  },
  object: {
    can: (model) => hasNotice(model) && !model.isContested,
    allowed: ({ application, notice }) => application === 'onNotice' && notice === 'running',
    act: async (life) => {
      const url = `public/${life.tenant.code}/notices/${life.noticeId}/objections`;
      const anybody = callerWith(life.platform, { 'sec-fetch-site': 'same-origin' });
      const response = await anybody.post(url, { ...PERSON, applicationId: life.application.id });
      if (response.status === 201) life.objectionId = response.body.id;
      return response;
    },
    after: (model) => Object.assign(model, { isContested: true }),
  },
  dismissObjection: {
    can: hasObjected,
    allowed: () => true,
    act: decideObjection({ decision: 'dismissed' }),
    after: (model) => Object.assign(model, { isContested: false }),
  },
  renew: {
    can: hasObjected,
    allowed: isUpholdable,
    act: decideObjection({ decision: 'upheld', consequence: 'renew' }),
    after: (model) => Object.assign(model, { isContested: false, application: 'proposed' }),
  },
  fail: {
    can: hasObjected,
    allowed: isUpholdable,
    act: decideObjection({ decision: 'upheld', consequence: 'fail' }),
    after: (model) => Object.assign(model, { isContested: false, application: 'notPassed' }),
  },
  announce: {
    allowed: ({ application, notice, isContested }) => application === 'onNotice' && notice === 'ended' && !isContested,
    act: async (life) => as(life, 'secondOfficer').post('announcements', { candidates: await candidates(life) }),
    after: (model) => Object.assign(model, { application: 'announced', center: 'active' }),
  },
  withdraw: {
    allowed: ({ application }) => application === 'proposed' || application === 'onNotice',
    act: async (life) => {
      const [{ applicationId, version } = { applicationId: '', version: 0 }] = await candidates(life);
      return as(life, 'centerOperator').post(`applications/${applicationId}/withdrawal`, { version, ...REASON });
    },
    after: (model) => Object.assign(model, { application: 'withdrawn' }),
  },
};

export const REVOCATION_STEPS: Readonly<Record<string, LifeStep>> = {
  openCase: {
    can: ({ center, revocation }) => center === 'active' && !['opened', 'statement', 'heard'].includes(revocation),
    allowed: () => true,
    act: async (life) => {
      const opener = { caller: as(life, 'provinceOfficer'), token: life.tenant.tokens.provinceOfficer };
      life.caseId = await openCase(life.platform, opener, life.application.centerId, 'falseMaterial');
      return null;
    },
    after: (model) => Object.assign(model, { revocation: 'opened' }),
  },
  invite: {
    can: hasCase,
    allowed: ({ revocation }) => revocation === 'opened',
    act: async (life) => {
      const response = await caseStep(life, 'provinceOfficer', 'invitation');
      if (response.status === 200) life.statementDueOn = response.body.statementDueOn;
      return response;
    },
    after: (model) => Object.assign(model, { revocation: 'statement' }),
  },
  state: {
    can: ({ revocation }) => hasCase({ revocation } as LifeModel) && revocation !== 'opened',
    allowed: ({ revocation }) => revocation === 'statement',
    act: (life) => caseStep(life, 'centerOperator', 'statement', { waived: true, ...REASON }),
    after: (model) => Object.assign(model, { revocation: 'heard' }),
  },
  revoke: {
    can: hasCase,
    allowed: ({ revocation }) => revocation === 'heard',
    act: (life) => caseStep(life, 'secondOfficer', 'decision', { decision: 'revoke', ...REASON }),
    after: (model) => Object.assign(model, { revocation: 'revoked', center: 'revoked' }),
  },
  dismissCase: {
    can: hasCase,
    allowed: ({ revocation }) => revocation === 'opened' || revocation === 'heard',
    act: (life) => caseStep(life, 'secondOfficer', 'decision', { decision: 'dismiss', ...REASON }),
    after: (model) => Object.assign(model, { revocation: 'dismissed' }),
  },
  reverse: {
    can: hasCase,
    allowed: ({ revocation }) => revocation === 'revoked',
    act: (life) => caseStep(life, 'provinceOfficer', 'reversal', { ...SUPERIOR, decidedOn: life.now }),
    after: (model) => Object.assign(model, { revocation: 'reversed', center: 'active' }),
  },
};
