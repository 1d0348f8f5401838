import type { EntityManager } from 'typeorm';

/** What a handler knows of the job it runs. It is called outside of any transaction. */
export interface JobContext {
  readonly tenantId: string;
  /** The row that asked for the job; the same for every delivery and every try. */
  readonly outboxId: string;
  /** Which try this is, from 1. */
  readonly attempt: number;

  /**
   * Runs the work in one tenant transaction together with the mark that the job is done, holding a lock on the outbox row:
   * its changes happen exactly once, however often and however simultaneously the job is delivered. Gives undefined, and
   * runs nothing, where another delivery has settled the job meanwhile. Once a job: a second call throws.
   */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T | undefined>;
}

/**
 * A method that does a job. It may run more than once: database work goes through {@link JobContext.transaction}, everything
 * else must bear repetition. An `AppError` of any kind but `conflict` is final, any other error is tried again.
 */
export type JobHandler<Payload> = (payload: Payload, context: JobContext) => Promise<void>;
