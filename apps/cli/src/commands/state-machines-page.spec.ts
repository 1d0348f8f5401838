import { readFile } from 'node:fs/promises';
import { MACHINES } from '@shucu/platform';
import { stateMachinesPage } from './state-machines-page.js';

describe('docs/state-machines.md', () => {
  it('shows the machines as they are; "npm run shucu -- machines --markdown" prints it anew', async () => {
    const page = await readFile(new URL('../../../../docs/state-machines.md', import.meta.url), 'utf8');
    expect(page).toBe(stateMachinesPage(MACHINES));
  });
});
