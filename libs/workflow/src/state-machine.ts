import type { StateStep } from '@shucu/database';

/** A name in both languages of the platform. */
export interface Titles {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** A state in which a case can be. */
export interface StateDefinition {
  readonly title: Titles;
  /** Nothing leads on from here, or only a reversal by a superior decision. */
  readonly final?: true;
}

/** One step: who may take it, what must hold, what it brings about. */
export interface TransitionDefinition<State extends string = string> {
  readonly title: Titles;
  readonly from: readonly State[];
  /** Where it leads; several where the step's own content decides. */
  readonly to: State | readonly State[];
  /** The right that the step asks for (action and subject), or the platform by itself. */
  readonly by: readonly [action: string, subject: string] | 'system';
  /** What must hold, a Chinese sentence each: shown in the docs, checked by the feature. */
  readonly guards?: readonly string[];
  /** What else happens in the same transaction, a Chinese sentence each. */
  readonly effects?: readonly string[];
  readonly reason?: 'required' | 'optional';
  /** The article of the rule document that it rests on. */
  readonly article?: string;
}

/** What a feature writes in its `<feature>.machine.ts`. */
export interface StateMachineDefinition<State extends string, Transition extends string> {
  readonly id: string;
  readonly table: string;
  /** Column of the state; `state` by default. */
  readonly column?: string;
  readonly title: Titles;
  readonly initial: State | readonly State[];
  readonly states: Readonly<Record<State, StateDefinition>>;
  readonly transitions: Readonly<Record<Transition, TransitionDefinition<State>>>;
}

/** A checked state machine: data, in one place, from which the code, the database and the docs are made. */
export interface StateMachine<State extends string = string, Transition extends string = string>
  extends Required<StateMachineDefinition<State, Transition>> {
  readonly initial: readonly State[];
}

/** A state machine does not hold together: the sentence lists every fault. */
export class StateMachineError extends Error {
  override readonly name = 'StateMachineError';
}

/** Checks a machine as a whole: every state can be reached, final ones aside every state can be left. Throws {@link StateMachineError}. */
export function defineStateMachine<State extends string, Transition extends string>(
  definition: StateMachineDefinition<State, Transition>,
): StateMachine<State, Transition> {
  const machine = { column: 'state', ...definition, initial: [definition.initial].flat() as State[] };
  const faults = faultsOf(machine as StateMachine);
  if (faults.length > 0) throw new StateMachineError(`Machine "${definition.id}": ${faults.join('; ')}`);
  return machine;
}

/** The states to which a transition can lead. */
export function targetsOf({ to }: TransitionDefinition): readonly string[] {
  return [to].flat();
}

/** Every edge of the machine once, as the database enforces them; a step that leaves the state as it is needs none. */
export function edgesOf(machine: StateMachine): StateStep[] {
  const edges = new Map<string, StateStep>();
  for (const transition of Object.values(machine.transitions)) {
    for (const from of transition.from) {
      for (const to of targetsOf(transition)) if (from !== to) edges.set(`${from}>${to}`, [from, to]);
    }
  }
  return [...edges.values()];
}

function faultsOf(machine: StateMachine): string[] {
  const states = Object.keys(machine.states);
  const edges = edgesOf(machine);
  const mentioned = [
    ...machine.initial,
    ...Object.values(machine.transitions).flatMap((transition) => [...transition.from, ...targetsOf(transition)]),
  ];
  const unknown = [...new Set(mentioned.filter((state) => !states.includes(state)))];
  const reached = [...machine.initial] as string[];
  // The list grows while it is walked through.
  for (const state of reached) {
    reached.push(...edges.filter(([from, to]) => from === state && !reached.includes(to)).map(([, to]) => to));
  }
  return [
    ...unknown.map((state) => `there is no state "${state}"`),
    ...states.filter((state) => !reached.includes(state)).map((state) => `"${state}" cannot be reached`),
    ...states
      .filter((state) => !machine.states[state]?.final && !edges.some(([from]) => from === state))
      .map((state) => `"${state}" is not final and cannot be left`),
  ];
}
