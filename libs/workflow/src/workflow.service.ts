import { Injectable } from '@nestjs/common';
import { AppError, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { In } from 'typeorm';
import { CaseStep } from './case-step.entity.js';
import { refuseStale } from './stale.js';
import { type StateMachine, type TransitionDefinition, targetsOf } from './state-machine.js';

type StateOf<M> = M extends StateMachine<infer State, string> ? State : never;
type TransitionOf<M> = M extends StateMachine<string, infer Transition> ? Transition : never;

/** A step to take on a row. */
export interface StepOrder<State extends string, Transition extends string> {
  readonly id: string;
  readonly transition: Transition;
  /** Nobody: the platform by itself. */
  readonly actor: Pick<Actor, 'accountId'> | null;
  /** The version of the row that the actor saw; left out only by the platform, which holds the row already. */
  readonly version?: number;
  /** Which of the states that the transition can lead to; needed where there are several. */
  readonly to?: State;
  readonly reason?: string | undefined;
  /** What else belongs to the record of the step: ids, numbers, dates. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Further columns of the row, by their names in the database. */
  readonly change?: Readonly<Record<string, unknown>>;
}

/** What a step did. */
export interface StepTaken<State extends string> {
  readonly from: State;
  readonly to: State;
  /** Of the row, after the step. */
  readonly version: number;
}

/** Takes steps of state machines: each under a lock, once, recorded, or refused with a reason. */
@Injectable()
export class WorkflowService {
  /**
   * Takes one step in the open transaction: locks the row, refuses a version that is no longer current (`conflict.stale`, telling
   * what changed), a transition that the state does not have (`workflow.notPossible`) and a missing reason, moves the row and
   * writes the step down. Whether the actor may take it is asked before. Throws `resource.notFound` where there is no such row.
   */
  async take<M extends StateMachine>(
    machine: M,
    order: StepOrder<StateOf<M>, TransitionOf<M>>,
  ): Promise<StepTaken<StateOf<M>>> {
    const row = await this.lock(machine, order.id);
    if (order.version !== undefined) await refuseStale(machine, row, order.version);
    const transition = machine.transitions[order.transition] as TransitionDefinition;
    const from = row.state as StateOf<M>;
    if (!transition.from.includes(from)) throw notPossible(machine, transition, from);
    if (transition.reason === 'required' && !order.reason) throw new AppError('workflow.reasonMissing');
    const to = targetOf(machine, transition, order.to);
    const version = row.version + 1;
    await this.move(machine, order, to);
    await this.write(machine, { ...order, from, to, version, article: transition.article ?? null });
    return { from, to: to as StateOf<M>, version };
  }

  /** Writes down something that happened to a case without moving it, e.g. a sign-off; counts as a change of the row's version. */
  async record<M extends StateMachine>(
    machine: M,
    order: Omit<StepOrder<StateOf<M>, TransitionOf<M>>, 'transition' | 'to'> & {
      readonly event: string;
      readonly article?: string;
    },
  ): Promise<StepTaken<StateOf<M>>> {
    const row = await this.lock(machine, order.id);
    if (order.version !== undefined) await refuseStale(machine, row, order.version);
    await this.move(machine, order, row.state);
    const version = row.version + 1;
    const state = row.state as StateOf<M>;
    const { article = null, event: transition } = order;
    await this.write(machine, { ...order, transition, from: state, to: state, version, article });
    return { from: state, to: state, version };
  }

  /**
   * Writes down what the platform noticed of a case without touching its row: for deadlines, which hold their own row and must not
   * wait for the case's while somebody who has that one waits for theirs.
   */
  async note<M extends StateMachine>(
    machine: M,
    {
      event,
      ...note
    }: { id: string; event: string; state: StateOf<M>; version: number; article: string; reason: string } & {
      details: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { state } = note;
    await this.write(machine, { ...note, actor: null, transition: event, from: state, to: state });
  }

  /** Writes the first step of a new row down. */
  async begin<M extends StateMachine>(
    machine: M,
    { id, actor, state }: { id: string; actor: Pick<Actor, 'accountId'> | null; state: StateOf<M> },
  ): Promise<void> {
    await this.write(machine, { id, actor, transition: 'begin', from: null, to: state, version: 1, article: null });
  }

  /** All steps of some cases, the earliest first. */
  steps(subjectIds: readonly string[]): Promise<CaseStep[]> {
    const { manager, tenantId } = TenantContext;
    return manager.find(CaseStep, { where: { tenantId, subjectId: In([...subjectIds]) }, order: { id: 'ASC' } });
  }

  private async lock(
    { table, column }: StateMachine,
    id: string,
  ): Promise<{ state: string; version: number; id: string }> {
    const { manager, tenantId } = TenantContext;
    const [row] = await manager.query<{ state: string; version: number }[]>(
      `SELECT ${column} AS state, version FROM ${table} WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    if (!row) throw new AppError('resource.notFound');
    return { ...row, id };
  }

  private async move(
    { table, column }: StateMachine,
    { id, change = {} }: { readonly id: string; readonly change?: Readonly<Record<string, unknown>> },
    to: string,
  ): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const columns = Object.keys(change);
    const settings = columns.map((name, index) => `, "${name}" = $${index + 4}`).join('');
    await manager.query(
      `UPDATE ${table} SET ${column} = $3, version = version + 1, updated_at = now()${settings}
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, to, ...Object.values(change)],
    );
  }

  private async write(
    machine: StateMachine,
    step: {
      readonly id: string;
      readonly actor: Pick<Actor, 'accountId'> | null;
      readonly transition: string;
      readonly from: string | null;
      readonly to: string;
      readonly version: number;
      readonly article: string | null;
      readonly reason?: string | undefined;
      readonly details?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.insert(CaseStep, {
      tenantId,
      id: newId(),
      machine: machine.id,
      subjectId: step.id,
      subjectVersion: step.version,
      transition: step.transition,
      fromState: step.from,
      toState: step.to,
      article: step.article,
      actorId: step.actor?.accountId ?? null,
      reason: step.reason ?? null,
      details: (step.details ?? {}) as never,
    });
  }
}

function targetOf(machine: StateMachine, transition: TransitionDefinition, wanted: string | undefined): string {
  const targets = targetsOf(transition);
  const [only, ...others] = targets;
  const to = wanted ?? (others.length === 0 ? only : undefined);
  if (to === undefined || !targets.includes(to)) {
    throw new Error(`${machine.id}: "${transition.title.en}" leads to ${targets.join(' or ')}, not to ${wanted}`);
  }
  return to;
}

function notPossible(machine: StateMachine, transition: TransitionDefinition, from: string): AppError {
  const names = (states: readonly string[]): string =>
    states.map((state) => machine.states[state]?.title['zh-CN'] ?? state).join('、');
  return new AppError('workflow.notPossible', {
    subject: machine.title['zh-CN'],
    subjectEn: machine.title.en,
    state: names([from]),
    stateEn: machine.states[from]?.title.en ?? from,
    step: transition.title['zh-CN'],
    stepEn: transition.title.en,
    needed: names(transition.from),
    neededEn: transition.from.map((state) => machine.states[state]?.title.en ?? state).join(', '),
  });
}
