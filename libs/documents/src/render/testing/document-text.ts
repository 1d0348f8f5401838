import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { unzipFiles } from '../docx/zip.js';

/** Whether poppler's tools are there to read PDFs with; where not, what needs them is skipped. */
export const HAS_POPPLER = spawnSync('pdftotext', ['-v']).error === undefined;

/** Text without any white space: what the forms of a document have in common. */
export function bare(text: string): string {
  return text.replace(/\s/gu, '');
}

interface HtmlNode {
  readonly tagName?: string;
  readonly value?: string;
  readonly children?: readonly HtmlNode[];
}

/** Text that a browser shows of a page's body. */
export function htmlText(html: string): string {
  const text = ({ tagName, value = '', children = [] }: HtmlNode): string =>
    tagName === 'head' ? '' : value + children.map(text).join('');
  const root = unified().use(rehypeParse).parse(html) as unknown as HtmlNode & { type: string };
  return text({ children: root.children?.filter((node) => node.tagName !== undefined) ?? [] });
}

/** Text of the body of a Word file, without headers and footers. */
export function docxText(docx: Buffer): string {
  const body = unzipFiles(docx).get('word/document.xml')?.toString('utf8') ?? '';
  return [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
    .join('');
}

/** Text of a PDF in the order of its structure, without headers, footers and repeated table headings. */
export function pdfText(pdf: Buffer): string {
  return withFile(pdf, (path) =>
    execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .map((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? '')
      .join(''),
  );
}

/** What stands on each page of a PDF, a line an entry. */
export function pdfPages(pdf: Buffer): string[][] {
  const text = withFile(pdf, (path) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));
  const lines = (page: string): string[] => page.split('\n').map((line) => line.trim());
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => lines(page).filter((line) => line !== ''));
}

function withFile<T>(content: Buffer, use: (path: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'shucu-document-'));
  try {
    const path = join(directory, 'document.pdf');
    writeFileSync(path, content);
    return use(path);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
