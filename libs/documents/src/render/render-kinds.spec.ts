import { DOCUMENT_CONTRACTS, type DocumentKind } from './data/document-contracts.js';
import { DOCUMENT_KINDS } from './data/document-kinds.js';
import type { RenderRequest } from './pool/render.types.js';
import { createRenderer, type Renderer } from './pool/renderer.js';
import { sampleRatingReport } from './samples/rating-report.sample.js';
import { bare, docxText, HAS_POPPLER, htmlText, pdfPages, pdfText } from './testing/document-text.js';
import { sampleRequest } from './testing/sample-request.js';

const LONG_NAME = `${'scan_of_all_sign_in_sheets_'.repeat(6)}.pdf`;

/** Reading the structure of a long PDF takes seconds, so the long one is cut. */
const shortRequest = (kind: DocumentKind): RenderRequest => {
  const indicators = sampleRatingReport().indicators.slice(0, 3);
  return sampleRequest(kind, { data: kind === 'ratingReport' ? { indicators } : {} });
};

/** The platform's own template of each kind over its sample. */
describe('every kind of document', () => {
  let renderer: Renderer;
  beforeAll(() => {
    renderer = createRenderer({ threads: 1 });
  });
  afterAll(() => renderer.close());

  it.each(DOCUMENT_KINDS)('has one text in all forms, and the same HTML each time: %s', async (kind) => {
    const { html, docx, pdf, text } = await renderer.render(shortRequest(kind));
    expect(bare(htmlText(html))).toBe(bare(text));
    expect(bare(docxText(docx))).toBe(bare(text));
    expect((await renderer.render(shortRequest(kind))).html).toBe(html);
    expect(text).not.toContain('undefined');
    if (!HAS_POPPLER) return;
    expect(bare(pdfText(pdf))).toBe(bare(text));
    // A glyph that no font has would be read back as nothing, or as one of these.
    expect(pdfPages(pdf).flat().join('')).not.toMatch(/[\ufffd\u25a1]/);
  });

  it.each(DOCUMENT_KINDS)('cites the rule document, and an article of it where it is official: %s', async (kind) => {
    const { text } = await renderer.render(shortRequest(kind));
    expect(text).toContain('甘工信发〔2024〕128号');
    if (DOCUMENT_CONTRACTS[kind].layout === 'official') expect(text).toMatch(/第[一二三四五六七八九十]+条/);
  });

  (HAS_POPPLER ? it : it.skip)('breaks the name of a file inside its cell', async () => {
    const [row] = (sampleRequest('applicationForm').data as { evidence: object[] }).evidence;
    const evidence = [{ ...row, fileName: LONG_NAME }];
    const { pdf, text } = await renderer.render(sampleRequest('applicationForm', { data: { evidence } }));
    expect(bare(pdfText(pdf))).toBe(bare(text));
    const lines = pdfPages(pdf).flat();
    expect(lines.filter((line) => line.includes('sign_in')).length).toBeGreaterThan(2);
  });
});
