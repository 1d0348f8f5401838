import { readFileSync } from 'node:fs';
import { SDK_VERSION } from './sdk-version.js';

describe('SDK_VERSION', () => {
  it('is the version of the package', () => {
    const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ version: SDK_VERSION });
  });
});
