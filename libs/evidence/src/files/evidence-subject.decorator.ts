import { SetMetadata } from '@nestjs/common';
import type { Actor } from '@shucu/permissions';

/** Metadata key under which a method remembers for which kind of row it answers. */
export const EVIDENCE_SUBJECT = 'shucu:evidence-subject';

/** Whether the actor may read the row, and so the files that it cites; a refusal as `resource.notFound` is a no as well. */
export type SubjectReader = (actor: Actor, subjectId: string) => Promise<boolean>;

/** Makes a method of a provider the answer to who may read rows of this kind. */
export function EvidenceSubject(kind: string) {
  return <Reader extends SubjectReader>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Reader>,
  ): void => {
    SetMetadata(EVIDENCE_SUBJECT, kind)(target, key, descriptor);
  };
}
