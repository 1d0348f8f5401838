import { createRenderer, type Renderer } from './pool/renderer.js';
import { HAS_POPPLER, pdfPages } from './testing/document-text.js';
import { sampleRequest } from './testing/sample-request.js';

const facts = (count: number) => Array.from({ length: count }, (_, index) => `经核查，第${index + 1}项情况属实。`);

(HAS_POPPLER ? describe : describe.skip)('official layout (GB/T 9704-2012)', () => {
  let renderer: Renderer;
  beforeAll(() => {
    renderer = createRenderer({ threads: 1 });
  });
  afterAll(() => renderer.close());

  const pagesWith = async (data: object) =>
    pdfPages((await renderer.render(sampleRequest('revocationNotice', { data }))).pdf);

  it.each([0, 3, 6, 9, 12, 15, 18])('never signs a page without text, and ends with 版记 (%i facts)', async (count) => {
    const pages = await pagesWith({ facts: facts(count) });
    const signed = pages.find((page) => page.includes('2026年3月15日'));
    expect(signed?.indexOf('甘肃省工业和信息化厅')).toBeGreaterThan(0);
    const [imprint, number] = pages.at(-1)?.slice(-2) ?? [];
    expect(imprint).toMatch(/^甘肃省工业和信息化厅办公室\s+2026年3月16日印发$/);
    expect(number?.replaceAll(' ', '')).toBe(`—${pages.length}—`);
  });

  it('has 22 lines of 28 characters on a page', async () => {
    const [, , full = []] = await pagesWith({ facts: ['一二三四五六七八九十'.repeat(140)] });
    expect(full.slice(0, -1).map((line) => line.length)).toEqual(new Array(22).fill(28));
  });

  it('leaves 抄送 out when nobody gets a copy', async () => {
    const pages = await pagesWith({ copies: [] });
    expect(pages.flat().join('')).not.toContain('抄送');
  });
});
