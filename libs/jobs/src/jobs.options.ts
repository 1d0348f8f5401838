import type { ModuleMetadata, Type } from '@nestjs/common';
import type { JobDefinition } from './job-definition.js';

/** Where the worker finds its queue and how much it does at once. */
export interface JobsOptions {
  /** URL of the application's role. One connection listens to the outbox; without Redis the queue lives there as well. */
  readonly databaseUrl: string;
  /** Redis for the queue (`noeviction`, append-only file); without it the queue is in PostgreSQL, schema `bullmq`. */
  readonly redisUrl?: string | undefined;
  /** Jobs at the same time in this process. Each may hold one connection of the data source, the library up to three more. */
  readonly concurrency: number;
  /** Connections of the queue to PostgreSQL, at least 2, one of which only listens; 4 by default. Unused with Redis. */
  readonly queuePoolSize?: number;
  readonly timing?: Partial<JobsTiming>;
}

/** All in milliseconds. Nothing statutory depends on them: they only say how soon a lost or killed job is taken up again. */
export interface JobsTiming {
  /** How often all outboxes are looked through for rows whose notification was missed. */
  readonly pollMs: number;
  /** How often jobs that the queue may have lost are given to it again. */
  readonly reconcileMs: number;
  /** How long a row must have been relayed before the queue is suspected of having lost it. */
  readonly staleAfterMs: number;
  /** How long a silent worker keeps its job; a living one renews this all the time. */
  readonly lockMs: number;
  /** How often jobs of silent workers are looked for. */
  readonly stalledMs: number;
}

export const DEFAULT_TIMING: JobsTiming = {
  pollMs: 5_000,
  reconcileMs: 15_000,
  staleAfterMs: 30_000,
  lockMs: 30_000,
  stalledMs: 15_000,
};

/** Injection token of the worker's options. */
export const JOBS_OPTIONS = Symbol('JobsOptions');
/** Injection token of the job map: every job type that the platform knows. */
export const JOB_MAP = Symbol('JobMap');

export interface JobsWorkerSettings extends Pick<ModuleMetadata, 'imports'> {
  /** The job map: every type has exactly one handler, or the boot fails. */
  readonly jobs: readonly JobDefinition[];
  // biome-ignore lint/suspicious/noExplicitAny: Nest's own type of an injected class
  readonly inject?: readonly (Type<any> | symbol | string)[];
  // biome-ignore lint/suspicious/noExplicitAny: the arguments are what `inject` names
  readonly useFactory: (...injected: any[]) => JobsOptions | Promise<JobsOptions>;
}
