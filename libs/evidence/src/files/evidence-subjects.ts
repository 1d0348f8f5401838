import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MarkedMethods } from '@shucu/jobs';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { EVIDENCE_SUBJECT, type SubjectReader } from './evidence-subject.decorator.js';

/** Finds the methods marked with `@EvidenceSubject`: one for each kind of row that cites files. */
@Injectable()
export class EvidenceSubjects implements OnModuleInit {
  private readonly readers = new Map<string, { readonly read: SubjectReader; readonly instance: object }>();

  constructor(private readonly marked: MarkedMethods) {}

  /** Throws where two methods answer for the same kind. */
  onModuleInit(): void {
    for (const { mark: kind, call, instance } of this.marked.find<string>(EVIDENCE_SUBJECT)) {
      const known = this.readers.get(kind);
      // A provider that is known by two names is still one.
      if (known && known.instance !== instance) throw new Error(`Evidence: two methods answer for "${kind}"`);
      this.readers.set(kind, { read: call as SubjectReader, instance });
    }
  }

  /** Whether the actor may read the row. Throws on a kind that no feature has declared. */
  async mayRead(kind: string, actor: Actor, subjectId: string): Promise<boolean> {
    const reader = this.readers.get(kind);
    if (!reader) throw unknownKind(kind);
    try {
      return await reader.read(actor, subjectId);
    } catch (error) {
      if (error instanceof AppError && (error.kind === 'notFound' || error.kind === 'forbidden')) return false;
      throw error;
    }
  }

  /** Throws on a kind that no feature has declared: nobody could read what it cites. */
  assertKnown(kind: string): void {
    if (!this.readers.has(kind)) throw unknownKind(kind);
  }
}

function unknownKind(kind: string): Error {
  return new Error(`Evidence: no method is marked with @EvidenceSubject('${kind}')`);
}
