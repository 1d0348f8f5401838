import type { DocumentKind } from './data/document-contracts.js';
import type { RenderedDocument } from './pool/render.types.js';
import { createRenderer, type Renderer } from './pool/renderer.js';
import { sampleRatingReport } from './samples/rating-report.sample.js';
import { sampleRevocationNotice } from './samples/revocation-notice.sample.js';
import { bare, docxText, HAS_POPPLER, htmlText, pdfPages, pdfText } from './testing/document-text.js';
import { CATEGORIES, sampleRequest } from './testing/sample-request.js';

/** Reading a PDF's structure takes seconds for a whole report; a few rows tell as much. */
const FEW_ROWS = 3;
const HOSTILE =
  '#import "x": *$a^2$<script>alert(1)</script>`raw`\\u{41}*粗*_斜_@ref//{{name}}</w:t>&amp;"引\'号镕堃喆燚';

describe('the three forms of a document', () => {
  let renderer: Renderer;
  const withPoppler = HAS_POPPLER ? it : it.skip;
  beforeAll(() => {
    renderer = createRenderer({ threads: 1 });
  });
  afterAll(() => renderer.close());

  const kinds = ['ratingReport', 'revocationNotice'] as const;
  const every = CATEGORIES.flatMap((category) => kinds.map((kind) => ({ category, kind })));
  const made = new Map<string, Promise<RenderedDocument>>();
  const rendered = (kind: DocumentKind, category: string): Promise<RenderedDocument> => {
    const key = `${category} ${kind}`;
    const isShort = kind === 'ratingReport' && category !== 'comprehensive';
    const data = isShort ? { indicators: sampleRatingReport().indicators.slice(0, FEW_ROWS) } : {};
    const document = made.get(key) ?? renderer.render(sampleRequest(kind, { category, data }));
    made.set(key, document);
    return document;
  };

  it.each(every)('have one text: $category $kind', async ({ category, kind }) => {
    const { html, docx, pdf, text } = await rendered(kind, category);
    expect(bare(htmlText(html))).toBe(bare(text));
    expect(bare(docxText(docx))).toBe(bare(text));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  withPoppler.each(every)('have one text in the PDF too: $category $kind', async ({ category, kind }) => {
    const { pdf, text } = await rendered(kind, category);
    expect(bare(pdfText(pdf))).toBe(bare(text));
  });

  it('are the same bytes when rendered again', async () => {
    const once = await rendered('ratingReport', 'comprehensive');
    const again = await renderer.render(sampleRequest('ratingReport', { category: 'comprehensive' }));
    expect(again.html).toBe(once.html);
    expect(again.docx.equals(once.docx)).toBe(true);
    expect(again.pdf.equals(once.pdf)).toBe(true);
    expect(again.templateHash).toBe(once.templateHash);
  });

  it('take names for text, whatever they look like', async () => {
    const { center } = sampleRevocationNotice();
    const data = { center: { ...center, name: HOSTILE }, departmentName: HOSTILE, copies: [HOSTILE] };
    const { html, docx, pdf, text } = await renderer.render(sampleRequest('revocationNotice', { data }));
    expect(text.split(HOSTILE).length).toBeGreaterThan(4);
    expect(html).not.toContain('<script>');
    expect(bare(htmlText(html))).toBe(bare(text));
    expect(bare(docxText(docx))).toBe(bare(text));
    if (HAS_POPPLER) expect(bare(pdfPages(pdf).flat().join(''))).toContain('镕堃喆燚');
  });

  it('take hostile text in a report too, in titles, cells and running header', async () => {
    const { center, indicators } = sampleRatingReport();
    const data = {
      center: { ...center, name: HOSTILE },
      indicators: indicators
        .slice(0, FEW_ROWS)
        .map((indicator) => ({ ...indicator, title: HOSTILE, reasons: [HOSTILE] })),
    };
    const { html, docx, pdf, text } = await renderer.render(sampleRequest('ratingReport', { data }));
    expect(bare(htmlText(html))).toBe(bare(text));
    expect(bare(docxText(docx))).toBe(bare(text));
    if (HAS_POPPLER) expect(bare(pdfText(pdf))).toBe(bare(text));
  });

  withPoppler('break a text of several pages across them instead of clipping it', async () => {
    const { indicators } = sampleRatingReport();
    const long = '很长的专家意见。'.repeat(400);
    const data = { indicators: indicators.map((indicator) => ({ ...indicator, reasons: [long] })).slice(0, 1) };
    const { pdf, text } = await renderer.render(sampleRequest('ratingReport', { data }));
    expect(bare(pdfText(pdf))).toBe(bare(text));
    expect(pdfPages(pdf).length).toBeGreaterThan(4);
  });
});
