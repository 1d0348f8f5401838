import { toMermaid } from './mermaid.js';
import { defineStateMachine, edgesOf, StateMachineError } from './state-machine.js';

const title = (name: string) => ({ title: { 'zh-CN': name, en: name } });

const definition = {
  id: 'parcel',
  table: 'parcel',
  ...title('包裹'),
  initial: 'packed',
  states: { packed: title('已打包'), sent: title('已寄出'), lost: { ...title('遗失'), final: true } },
  transitions: {
    send: { ...title('寄出'), from: ['packed'], to: 'sent', by: ['send', 'Parcel'], article: '第九条' },
    settle: { ...title('了结'), from: ['sent'], to: ['packed', 'lost'], by: 'system' },
    look: { ...title('查看'), from: ['sent'], to: 'sent', by: 'system' },
  },
} as const;

describe('a state machine', () => {
  it('knows its edges once each, and prints itself', () => {
    const machine = defineStateMachine(definition);
    expect(edgesOf(machine)).toEqual([
      ['packed', 'sent'],
      ['sent', 'packed'],
      ['sent', 'lost'],
    ]);
    expect(toMermaid(machine)).toBe(
      [
        'stateDiagram-v2',
        '  packed: 已打包',
        '  sent: 已寄出',
        '  lost: 遗失',
        '  [*] --> packed',
        '  packed --> sent: 寄出（第九条）',
        '  sent --> packed: 了结',
        '  sent --> lost: 了结',
        '  sent --> sent: 查看',
        '  lost --> [*]',
        '',
      ].join('\n'),
    );
  });

  it('is refused with all its faults where it does not hold together', () => {
    const faulty = { ...definition, states: { ...definition.states, stuck: title('卡住') } };
    expect(() => defineStateMachine(faulty)).toThrow(StateMachineError);
    expect(() => defineStateMachine(faulty)).toThrow(
      'Machine "parcel": "stuck" cannot be reached; "stuck" is not final and cannot be left',
    );
    const { lost: _lost, ...states } = definition.states;
    expect(() => defineStateMachine({ ...definition, states } as never)).toThrow('there is no state "lost"');
  });
});
