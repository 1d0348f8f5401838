import type { IPropertiesOptions, ISectionOptions } from 'docx';
import type { Block, DocumentTree } from '../tree/document-tree.types.js';
import type { WordLook } from './word-body.js';

/** What the running header shows in the place of the title, which differs from document to document. */
export const TITLE_MARK = '@@title@@';

export interface DocxSection {
  readonly blocks: readonly Block[];
  /** Headers, footers and page geometry. */
  readonly pages: Omit<ISectionOptions, 'children'>;
}

/** How a layout looks in Word. */
export interface DocxLayout {
  readonly look: WordLook;
  /** Styles and settings. */
  readonly properties: Omit<IPropertiesOptions, 'sections'>;
  sections(tree: DocumentTree): readonly DocxSection[];
}
