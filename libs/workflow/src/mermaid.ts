import { type StateMachine, targetsOf } from './state-machine.js';

/** The machine as a Mermaid state diagram, in Chinese, with the article of each step. */
export function toMermaid(machine: StateMachine): string {
  const lines = [
    'stateDiagram-v2',
    ...Object.entries(machine.states).map(([id, { title }]) => `  ${id}: ${title['zh-CN']}`),
    ...machine.initial.map((state) => `  [*] --> ${state}`),
    ...Object.values(machine.transitions).flatMap((transition) =>
      transition.from.flatMap((from) =>
        targetsOf(transition).map(
          (to) =>
            `  ${from} --> ${to}: ${transition.title['zh-CN']}${transition.article ? `（${transition.article}）` : ''}`,
        ),
      ),
    ),
    ...Object.entries(machine.states).flatMap(([id, { final }]) => (final ? [`  ${id} --> [*]`] : [])),
  ];
  return `${lines.join('\n')}\n`;
}
