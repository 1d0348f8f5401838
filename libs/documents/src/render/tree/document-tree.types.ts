/** Text, emphasised text or a line break: all that a line can hold. */
export type Inline = string | { readonly strong: readonly Inline[] } | { readonly br: true };

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly inlines: readonly Inline[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Its part in the layout (`recipients`, `issuer` …), null for running text. */
  readonly role: string | null;
  readonly inlines: readonly Inline[];
}

export interface Cell {
  readonly header: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** Columns it covers. */
  readonly span: number;
  readonly inlines: readonly Inline[];
}

export type Row = readonly Cell[];

export interface Table {
  readonly kind: 'table';
  readonly role: string | null;
  /** Relative width of each column. */
  readonly widths: readonly number[];
  readonly head: readonly Row[];
  readonly body: readonly Row[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Inline[])[];
}

/** One bar: what its row says, and how long it is drawn (0 to 1). */
export interface Bar {
  readonly cells: Row;
  readonly share: number;
}

/** A table of figures that is drawn as bars: the first column names them, the second measures them. */
export interface BarChart {
  readonly kind: 'chart';
  readonly caption: readonly Inline[];
  readonly head: Row;
  readonly bars: readonly Bar[];
}

export interface Section {
  readonly kind: 'section';
  readonly role: string | null;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | Table | List | BarChart | Section;

/** A whole document, checked and with its white space in order: what every writer starts from. */
export interface DocumentTree {
  /** Text of the first heading of level 1. */
  readonly title: string;
  readonly blocks: readonly Block[];
}
