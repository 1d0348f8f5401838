import { refusal } from '../testing/faults.js';
import { compileTemplate } from './compile-template.js';

const MILLISECONDS = 500;

async function quickRefusal(source: string): Promise<string> {
  const begun = performance.now();
  const sentence = await refusal(() => compileTemplate(source, { name: 'hostile', schema: null, partials: {} }));
  expect(performance.now() - begun).toBeLessThan(MILLISECONDS);
  return sentence;
}

describe('limits of a template', () => {
  it('refuses 60 KB of nested blocks before parsing them', async () => {
    expect(await quickRefusal('{{#if a}}'.repeat(3400) + '{{/if}}'.repeat(3400))).toContain('块嵌套超过 12 层');
    expect(await quickRefusal(`{{#if a}}${'{{else if a}}'.repeat(3900)}{{/if}}`)).toContain('块嵌套超过 12 层');
    expect(await quickRefusal('{{^a}}'.repeat(3900) + '{{/a}}'.repeat(3900))).toContain('块嵌套超过 12 层');
    expect(await quickRefusal('{{~#if a}}'.repeat(3000))).toContain('块嵌套超过 12 层');
  });

  it('refuses 4.5 MB', async () => {
    expect(await quickRefusal('{{#each a}}'.repeat(409_091))).toContain('超过上限 65536');
  });

  it('refuses too many tags, too long ones, and parentheses in parentheses', async () => {
    expect(await quickRefusal('{{a}}'.repeat(4001))).toContain('标签超过 4000 个');
    expect(await quickRefusal(`{{${'a'.repeat(1001)}}}`)).toContain('标签超过 1000 字符');
    expect(await quickRefusal(`{{${'(a '.repeat(50)}`)).toContain('括号超过 4 对');
  });

  it('is quick about thousands of tags that never close', async () => {
    expect(await quickRefusal('{{'.repeat(32_000))).toContain('模板 hostile');
    expect(await quickRefusal('{{!--'.repeat(13_000))).toContain('模板 hostile');
  });

  it('counts depth, not length: 12 blocks inside each other and 2000 beside each other pass', () => {
    const deep = '{{#if a}}'.repeat(12) + '{{/if}}'.repeat(12);
    const long = '{{#if a}}{{/if}}'.repeat(1900);
    for (const source of [deep, long]) {
      expect(compileTemplate(source, { name: 'x', schema: null, partials: {} }).render({ a: true })).toBe('');
    }
  });
});
