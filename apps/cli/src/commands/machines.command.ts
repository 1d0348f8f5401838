import { MACHINES } from '@shucu/platform';
import { toMermaid } from '@shucu/workflow';
import type { Command } from 'commander';
import { stateMachinesPage } from './state-machines-page.js';

/** `shucu machines`: the state machines of the platform, as the docs show them. */
export function registerMachinesCommand(program: Command): void {
  program
    .command('machines')
    .description('print every state machine as a Mermaid diagram; --markdown as the page docs/state-machines.md')
    .option('--markdown', 'with the rights, conditions and effects of every step')
    .argument('[id]', 'one machine, e.g. application')
    .action((id: string | undefined, { markdown }: { markdown?: true }) => {
      const chosen = MACHINES.filter((machine) => !id || machine.id === id);
      if (chosen.length === 0) {
        throw new UnknownMachine(
          `There is no machine "${id}"; known: ${MACHINES.map((machine) => machine.id).join(', ')}`,
        );
      }
      process.stdout.write(markdown ? stateMachinesPage(chosen) : chosen.map(toMermaid).join('\n'));
    });
}

/** The name of a machine that is not there. */
class UnknownMachine extends Error {
  override readonly name = 'UnknownMachine';
}
