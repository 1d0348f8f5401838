import { Injectable } from '@nestjs/common';
import { AppError, type FieldFault, type IsoDate, newId } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { RuleSet, RuleSetsService } from '@shucu/rule-sets';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { Application } from '../application.entity.js';
import { ROUND_CALLED } from '../application-messages.js';
import { Round, type RoundState } from './round.entity.js';
import { RoundClosingService } from './round-closing.service.js';

export type NewRound = Pick<Round, 'year' | 'title' | 'notice' | 'opensOn' | 'closesOn'>;

/** What of a round may change; the year is what it is. */
export type RoundChange = Partial<Omit<NewRound, 'year'>>;

/** A round with where it stands today. */
export interface RoundView extends Round {
  readonly state: RoundState;
}

/** The yearly calls for applications (第九条). */
@Injectable()
export class RoundsService {
  constructor(
    private readonly rules: RuleSetsService,
    private readonly closing: RoundClosingService,
    private readonly notifications: NotificationsService,
  ) {}

  /** Calls the round of a year, under the rule set in force on its first day. Throws `round.exists` and `round.noRuleSet` (第二十条). */
  async call(actor: Actor, input: NewRound): Promise<RoundView> {
    conditionsOf(actor, 'create', 'Round');
    const today = await statutoryToday(TenantContext.manager);
    refuseFaults([...dayFaults(input), ...pastFaults(input, today)]);
    const rules = await this.rulesOn(input.opensOn);
    const { manager, tenantId } = TenantContext;
    const row = { ...input, tenantId, id: newId(), ruleSetId: rules.id, version: 1, calledBy: actor.accountId };
    await manager.createQueryBuilder().insert().into(Round).values(row).orIgnore().updateEntity(false).execute();
    const round = await manager.findOneByOrFail(Round, { tenantId, year: input.year });
    if (round.id !== row.id) throw new AppError('round.exists', { year: round.year, title: round.title });
    await this.notifications.send(
      ROUND_CALLED,
      { roles: [{ role: 'centerOperator' }, { role: 'cityOfficer' }] },
      {
        subject: { kind: 'round', id: round.id },
        key: round.id,
        params: { title: round.title, opensOn: round.opensOn, closesOn: round.closesOn },
      },
    );
    return viewOf(round, today);
  }

  /** Changes a round that is not over: its first day only before it has come, its last day not into the past. */
  async update(actor: Actor, id: string, version: number, change: RoundChange): Promise<RoundView> {
    conditionsOf(actor, 'update', 'Round');
    const { manager, tenantId } = TenantContext;
    const round = await manager.findOne(Round, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
    if (!round) throw new AppError('resource.notFound');
    if (round.version !== version) throw stale(round, version, change);
    const today = await statutoryToday(manager);
    const state = stateOf(round, today);
    if (state === 'closed') throw new AppError('round.closed', { closesOn: round.closesOn });
    const changed = { ...round, ...change };
    const moves = changed.opensOn !== round.opensOn;
    refuseFaults([
      ...dayFaults(changed),
      ...(moves ? pastFaults(changed, today) : []),
      ...(moves && state !== 'planned' ? [openedFault()] : []),
      ...(changed.closesOn < today ? [closedFault()] : []),
    ]);
    const ruleSetId = moves ? (await this.rulesOn(changed.opensOn)).id : round.ruleSetId;
    await manager.update(Round, { tenantId, id }, { ...change, ruleSetId, version: version + 1 });
    if (changed.closesOn !== round.closesOn) await this.moveClosing(changed);
    return this.get(actor, id);
  }

  async get(actor: Actor, id: string): Promise<RoundView> {
    conditionsOf(actor, 'read', 'Round');
    const { manager, tenantId } = TenantContext;
    const round = await manager.findOneBy(Round, { tenantId, id });
    if (!round) throw new AppError('resource.notFound');
    return viewOf(round, await statutoryToday(manager));
  }

  /** The latest year first. */
  async list(actor: Actor): Promise<RoundView[]> {
    conditionsOf(actor, 'read', 'Round');
    const { manager, tenantId } = TenantContext;
    const today = await statutoryToday(manager);
    const rounds = await manager.find(Round, { where: { tenantId }, order: { year: 'DESC' } });
    return rounds.map((round) => viewOf(round, today));
  }

  /** The round, which takes applications today. Throws `round.notOpen`, naming what cannot be done. */
  async open(id: string, act: string): Promise<Round> {
    const { manager, tenantId } = TenantContext;
    const round = await manager.findOneBy(Round, { tenantId, id });
    if (!round) throw new AppError('validation.failed', { count: 1 }, [unknownRound()]);
    const state = stateOf(round, await statutoryToday(manager));
    if (state === 'open') return round;
    const { title, opensOn, closesOn } = round;
    const [zh, en] = state === 'planned' ? ['尚未开始', 'not open yet'] : ['已经截止', 'closed'];
    throw new AppError('round.notOpen', { title, opensOn, closesOn, act, state: zh, stateEn: en });
  }

  private async rulesOn(date: IsoDate): Promise<RuleSet> {
    try {
      return await this.rules.inForceOn(date);
    } catch (cause) {
      if (!(cause instanceof AppError && cause.code === 'ruleSet.none')) throw cause;
      const latest = await latestRuleSet();
      const told = latest
        ? {
            latest: `${latest.documentNumber}有效期至 ${latest.validThrough}`,
            latestEn: `${latest.documentNumber} is valid through ${latest.validThrough}`,
          }
        : { latest: '尚无实施细则', latestEn: 'there is none' };
      throw new AppError('round.noRuleSet', { date, ...told }, [], { cause });
    }
  }

  /** Moves the last day of everybody who is still writing. */
  private async moveClosing(round: Round): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const drafts = await manager.findBy(Application, { tenantId, roundId: round.id, state: 'draft' });
    for (const draft of drafts) await this.closing.set(draft, round);
  }
}

/** The rule set that was valid last, whatever became of it. */
function latestRuleSet(): Promise<RuleSet | null> {
  const { manager, tenantId } = TenantContext;
  return manager.findOne(RuleSet, { where: { tenantId }, order: { validThrough: 'DESC', id: 'DESC' } });
}

/** Where a round stands on a day. */
function stateOf({ opensOn, closesOn }: Round, today: IsoDate): RoundState {
  if (today < opensOn) return 'planned';
  return today <= closesOn ? 'open' : 'closed';
}

function viewOf(round: Round, today: IsoDate): RoundView {
  return { ...round, state: stateOf(round, today) };
}

function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
}

function dayFaults({ year, opensOn, closesOn }: NewRound): FieldFault[] {
  const faults: FieldFault[] = [];
  if (Number(opensOn.slice(0, 4)) !== year) {
    const message = `受理起始日应在 ${year} 年内`;
    faults.push({ field: 'opensOn', rule: 'year', message, en: `The first day must be in ${year}` });
  }
  if (closesOn < opensOn) {
    const message = '截止日不能早于受理起始日';
    faults.push({ field: 'closesOn', rule: 'order', message, en: 'The last day cannot be before the first one' });
  }
  return faults;
}

function pastFaults({ opensOn }: NewRound, today: IsoDate): FieldFault[] {
  if (opensOn >= today) return [];
  const message = `受理起始日不能早于今天（${today}）`;
  return [{ field: 'opensOn', rule: 'past', message, en: `The first day cannot be before today (${today})` }];
}

const openedFault = (): FieldFault => ({
  field: 'opensOn',
  rule: 'opened',
  message: '批次已开始受理，起始日不能再改',
  en: 'The round is open: its first day cannot be changed',
});

const closedFault = (): FieldFault => ({
  field: 'closesOn',
  rule: 'past',
  message: '截止日不能早于今天',
  en: 'The last day cannot be before today',
});

const unknownRound = (): FieldFault => ({
  field: 'roundId',
  rule: 'exists',
  message: '没有这个申报批次（见 GET /api/v1/rounds）',
  en: 'There is no such round',
});

function stale(round: Round, given: number, change: RoundChange): AppError {
  const fields = (Object.keys(change) as (keyof RoundChange)[]).filter((name) => change[name] !== round[name]);
  const faults = fields.map((field) => ({
    field,
    rule: 'changed',
    message: `现为“${round[field]}”`,
    en: `Now "${round[field]}"`,
  }));
  return new AppError('conflict.stale', { current: round.version, given }, faults);
}
