import { type StateMachine, type TransitionDefinition, targetsOf, toMermaid } from '@shucu/workflow';

const INTRODUCTION = `# State machines

Printed by \`npm run shucu -- machines --markdown\`; a test holds this page to the code. Each machine is data in one
\`<feature>.machine.ts\`; the same edges are enforced by a trigger of its table.
`;

const REASONS = { required: '必填', optional: '可填' } as const;

/** The page of the docs that shows machines with the right, conditions and effects of every step, in Chinese. */
export function stateMachinesPage(machines: readonly StateMachine[]): string {
  return [INTRODUCTION, ...machines.map(section)].join('\n');
}

function section(machine: StateMachine): string {
  const rows = Object.values(machine.transitions).map((transition) => row(machine, transition));
  return `## ${machine.title['zh-CN']} (\`${machine.id}\`)

\`\`\`mermaid
${toMermaid(machine)}\`\`\`

| 步骤 | 从 | 到 | 权限 | 条件 | 结果 | 理由 | 依据 |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function row(machine: StateMachine, transition: TransitionDefinition): string {
  const names = (states: readonly string[]): string =>
    states.map((state) => machine.states[state]?.title['zh-CN'] ?? state).join('、');
  const right = transition.by === 'system' ? '系统' : `\`${transition.by.join(' ')}\``;
  const reason = transition.reason ? REASONS[transition.reason] : '';
  const cells = [
    transition.title['zh-CN'],
    names(transition.from),
    names(targetsOf(transition)),
    right,
    (transition.guards ?? []).join('；'),
    (transition.effects ?? []).join('；'),
    reason,
    transition.article ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}
