import type { Job, Processor } from 'bullmq';
import type { RetryPolicy } from './job-definition.js';
import type { JobsTiming } from './jobs.options.js';

/** What the queue carries of a job; the job's name and id are the outbox row's. */
export interface QueuedJob {
  readonly tenantId: string;
  readonly payload: unknown;
  /** Tries that had failed when the job was given to the queue. */
  readonly failed: number;
  /** The queue may have had the job before, so it may be done. */
  readonly again: boolean;
}

export interface JobToQueue extends RetryPolicy {
  readonly id: string;
  readonly name: string;
  readonly data: QueuedJob;
}

/** BullMQ on Redis or on PostgreSQL, the same from here on. */
export interface JobQueue {
  /** Adds jobs; one whose id is in the queue already stays as it is. */
  add(jobs: readonly JobToQueue[]): Promise<void>;
  /** Jobs that wait, are delayed or being done. */
  size(): Promise<number>;
  work(processor: Processor<QueuedJob, void>, options: WorkOptions): QueueWorker;
  close(): Promise<void>;
}

export interface WorkOptions extends Pick<JobsTiming, 'lockMs' | 'stalledMs'> {
  readonly concurrency: number;
  readonly onError: (error: Error) => void;
  /** The queue gave a job up because too many of its workers died. */
  readonly onGivenUp: (job: Job<QueuedJob>) => void;
}

export interface QueueWorker {
  /** Takes no further job and returns when the running ones are finished. */
  close(): Promise<void>;
}

/** The queue cannot be used: one sentence that says why and what would help. */
export class QueueUnavailableError extends Error {
  override readonly name = 'QueueUnavailableError';
}
