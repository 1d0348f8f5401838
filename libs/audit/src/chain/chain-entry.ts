import { hash } from 'node:crypto';
import type { AuditActor } from '@shucu/tenancy';

/** With what an entry is hashed; each entry says it of itself, so a chain may change over to the other. */
export const ALGORITHMS = ['sha256', 'sm3'] as const;

export type AuditAlgorithm = (typeof ALGORITHMS)[number];

/** What the first entry of a chain follows. */
export const GENESIS = '0'.repeat(64);

/** One entry as it is stored: the hash is that of the hash before it and the body, character by character. */
export interface ChainEntry {
  readonly seq: number;
  readonly algorithm: string;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  /** JSON text. */
  readonly body: string;
  /** What the database keeps beside the body for searching; an exported entry has none. */
  readonly columns?: EntryColumns;
}

export interface EntryColumns {
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly result: string;
  readonly requestId: string | null;
}

/** Who acted: whom the application named, or the database role itself. */
export type RecordedActor = AuditActor | { readonly kind: 'database'; readonly id: null; readonly name: string };

/** What an entry says. */
export interface AuditBody {
  readonly tenant: string;
  readonly seq: number;
  /** By the database's clock, UTC with microseconds, e.g. `2026-11-24T20:19:22.841398Z`. */
  readonly at: string;
  /** The login role of the database connection. */
  readonly role: string;
  readonly actor: RecordedActor;
  readonly request: { readonly requestId?: string; readonly address?: string } | null;
  readonly action: string;
  /** The table, or what an event of the application names. */
  readonly subject: string;
  readonly subjectId: string | null;
  readonly op: 'insert' | 'update' | 'delete' | null;
  /** Of a change the changed columns alone; what is secret is `•`. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly result: 'done' | 'refused';
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** The hash of a body that follows `previous`, as the database's `audit_hash` has it; nothing for an unknown algorithm. */
export function entryHash(algorithm: string, previous: string, body: string): string | undefined {
  return ALGORITHMS.some((known) => known === algorithm) ? hash(algorithm, previous + body, 'hex') : undefined;
}
