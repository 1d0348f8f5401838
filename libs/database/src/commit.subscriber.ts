import { type AfterQueryEvent, type EntitySubscriberInterface, EventSubscriber } from 'typeorm';

/** The work believed to have committed, and nothing was: a statement had failed before and its error was swallowed. */
class NothingCommitted extends Error {
  override readonly name = 'NothingCommitted';
}

/** After a failed statement PostgreSQL answers COMMIT with ROLLBACK and without an error; here it becomes one. */
@EventSubscriber()
export class CommitSubscriber implements EntitySubscriberInterface {
  afterQuery({ query, success, rawResults }: AfterQueryEvent): void {
    if (!success || query !== 'COMMIT') return;
    if ((rawResults as { command?: string }).command !== 'ROLLBACK') return;
    throw new NothingCommitted(
      'A statement of the transaction had failed: PostgreSQL rolled back instead of committing',
    );
  }
}
