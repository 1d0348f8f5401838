import { type AuditBody, type ChainEntry, type EntryColumns, entryHash, GENESIS } from './chain-entry.js';

/** What can be wrong with an entry, in a sentence each. */
export const FAULTS = {
  missing: 'the entry is missing',
  misplaced: 'the entry stands in the place of another',
  unreadable: 'the entry cannot be read',
  foreign: 'the entry is of another tenant',
  column: 'a search column differs from what the entry says',
  hash: 'the hash does not follow from the entry before it and the text: this entry was changed, or the one before it replaced',
  sealed: 'the entry is not the one that was sealed under this number',
  seal: 'the seal that covers the entry is not genuine, or one before it is gone',
} as const;

export type Fault = keyof typeof FAULTS;

/** How far a chain was followed. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

/** Goes along one tenant's chain, entry by entry. */
export class ChainWalk {
  constructor(
    private readonly tenantId: string,
    private at: ChainPlace = { seq: 0, hash: GENESIS },
  ) {}

  get place(): ChainPlace {
    return this.at;
  }

  /** What is wrong with the entry as the next of the chain; where nothing is, the walk has come to it. */
  step(entry: ChainEntry): Fault | null {
    const { seq, algorithm, hash, body, columns } = entry;
    const expected = this.at.seq + 1;
    if (seq !== expected) return seq > expected ? 'missing' : 'misplaced';
    const said = parsed(body);
    if (!said) return 'unreadable';
    if (said.tenant !== this.tenantId) return 'foreign';
    if (said.seq !== expected) return 'misplaced';
    if (columns && !agree(columns, said)) return 'column';
    if (hash !== entryHash(algorithm, this.at.hash, body)) return 'hash';
    this.at = { seq, hash };
    return null;
  }
}

function parsed(body: string): Partial<AuditBody> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function agree(
  columns: EntryColumns,
  { at, actor, action, subject, subjectId, result, request }: Partial<AuditBody>,
): boolean {
  return (
    columns.at === at &&
    columns.actorId === textOf(actor?.id) &&
    columns.actorName === textOf(actor?.name) &&
    columns.action === action &&
    columns.subject === subject &&
    columns.subjectId === textOf(subjectId) &&
    columns.result === result &&
    columns.requestId === textOf(request?.requestId)
  );
}

/** As the database's `->>` has it. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
