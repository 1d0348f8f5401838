/** Roles an element can take by its one class; cells take a width and an alignment instead. */
const ROLES = {
  section: ['cover', 'result', 'letterhead', 'signature', 'imprint', 'keep'],
  div: ['cover', 'result', 'letterhead', 'signature', 'imprint', 'keep'],
  h1: [],
  h2: ['numbered'],
  h3: ['numbered'],
  h4: [],
  p: [
    'mark',
    'number',
    'recipients',
    'issuer',
    'date',
    'copies',
    'printer',
    'printed-on',
    'subtitle',
    'note',
    'center',
  ],
  table: ['facts'],
  figure: ['bars'],
  ul: [],
  ol: [],
  li: [],
  thead: [],
  tbody: [],
  tr: [],
  figcaption: [],
  strong: [],
  br: [],
} as const satisfies Record<string, readonly string[]>;

/** Column widths `w1` … `w12`, relative to each other. */
const WIDTH = /^w([1-9]|1[0-2])$/;
const ALIGNMENTS = { left: 'left', center: 'center', right: 'right' } as const;

export type Alignment = keyof typeof ALIGNMENTS;

/** Names of all elements a template may write. */
export const ELEMENT_NAMES: readonly string[] = [...Object.keys(ROLES), 'th', 'td'];

/** Roles of an element, undefined when the element is not in the subset or takes none by this way (`th`, `td`). */
export function rolesOf(tagName: string): readonly string[] | undefined {
  return Object.hasOwn(ROLES, tagName) ? ROLES[tagName as keyof typeof ROLES] : undefined;
}

/** Relative width that a cell's class states, undefined when it is no width class. */
export function widthOf(className: string): number | undefined {
  const width = WIDTH.exec(className)?.[1];
  return width === undefined ? undefined : Number(width);
}

/** Alignment that a cell's class states, undefined when it is no alignment class. */
export function alignmentOf(className: string): Alignment | undefined {
  return Object.hasOwn(ALIGNMENTS, className) ? (className as Alignment) : undefined;
}
