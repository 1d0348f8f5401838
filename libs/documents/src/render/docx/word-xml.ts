import type { Inline } from '../tree/document-tree.types.js';

export type WordAlignment = 'left' | 'center' | 'right' | 'both';

/** Paragraph properties beside the style; lengths in twips. */
export interface WordParagraphOptions {
  readonly style?: string;
  readonly keepNext?: boolean;
  readonly alignment?: WordAlignment;
  readonly before?: number;
  readonly right?: number;
  /** Exact height of a line. */
  readonly line?: number;
  /** Background, hex. */
  readonly fill?: string;
}

/** A paragraph; properties in the order that the schema demands. */
export function wordParagraph(options: WordParagraphOptions, runs: string): string {
  const { style, keepNext, alignment, before, right, line, fill } = options;
  const spacing = [
    before === undefined ? '' : ` w:before="${before}"`,
    line === undefined ? '' : ` w:line="${line}" w:lineRule="exact"`,
  ].join('');
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    fill === undefined ? '' : wordShading(fill),
    spacing === '' ? '' : `<w:spacing${spacing}/>`,
    right === undefined ? '' : `<w:ind w:right="${right}"/>`,
    alignment === undefined ? '' : `<w:jc w:val="${alignment}"/>`,
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** Text, emphasis and breaks as runs. */
export function wordRuns(inlines: readonly Inline[], bold = false): string {
  const properties = bold ? '<w:rPr><w:b/></w:rPr>' : '';
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') {
        return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(inline)}</w:t></w:r>`;
      }
      return 'br' in inline ? '<w:r><w:br/></w:r>' : wordRuns(inline.strong, true);
    })
    .join('');
}

export function wordShading(fill: string): string {
  return `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
