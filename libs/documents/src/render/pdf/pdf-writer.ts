import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { AppError } from '@shucu/kernel';
import { LAYOUT_DIRECTORY, type LayoutName } from '../layout.js';
import type { DocumentTree } from '../tree/document-tree.types.js';
import { plainText } from '../tree/plain-text.js';
import { FontBook } from './fonts.js';
import { typstDocument } from './typst-document.js';

/** Memoised results older than this many documents are dropped: the layouts stay warm, the memory bounded. */
const CACHE_AGE = 2;

/** Keeps one Typst compiler alive for all documents of a thread. */
export class PdfWriter {
  private readonly fonts: FontBook;
  private readonly compiler: NodeCompiler;
  private readonly main = readFileSync(new URL('main.typ', LAYOUT_DIRECTORY), 'utf8');

  constructor(fontDirs: readonly string[]) {
    this.fonts = new FontBook(fontDirs);
    this.compiler = NodeCompiler.create({
      workspace: fileURLToPath(LAYOUT_DIRECTORY),
      fontArgs: [{ fontPaths: [...this.fonts.directories] }],
    });
  }

  /** The document as PDF. A character that no font has is refused (`document.template`), never left out or boxed. */
  write(tree: DocumentTree, layout: LayoutName): Buffer {
    const missing = this.fonts.missing(plainText(tree));
    if (missing.length > 0) throw new AppError('document.template', { reason: missingGlyphs(missing) });
    const given = { document: typstDocument(tree), layout, fonts: this.fonts.families };
    const compiled = this.compiler.compile({ mainFileContent: this.main, inputs: { document: JSON.stringify(given) } });
    const { result } = compiled;
    if (result === null) throw new Error(`Typst cannot set the document: ${this.diagnostics(compiled)}`);
    const pdf = this.compiler.pdf(result);
    this.compiler.evictCache(CACHE_AGE);
    return pdf;
  }

  private diagnostics(compiled: { takeDiagnostics(): unknown }): string {
    const error = compiled.takeDiagnostics() as Parameters<NodeCompiler['fetchDiagnostics']>[0] | null;
    return error ? JSON.stringify(this.compiler.fetchDiagnostics(error)) : 'no diagnostics';
  }
}

function missingGlyphs(characters: readonly string[]): string {
  const named = characters.slice(0, 10).map((character) => {
    return `${character}（U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}）`;
  });
  return `没有字体含有字符 ${named.join('、')}，请把含有它的字体放入字体目录（SHUCU_FONTS_DIR）`;
}
