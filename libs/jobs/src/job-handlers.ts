import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { JobHandler } from './job-context.js';
import type { JobDefinition } from './job-definition.js';
import { JOB_MAP } from './jobs.options.js';
import { MarkedMethods } from './marked-methods.js';
import { ON_JOB } from './on-job.decorator.js';

/** The job map and its handlers do not fit: the sentence lists every fault. */
export class JobMapError extends Error {
  override readonly name = 'JobMapError';
}

export interface HandledJob {
  readonly definition: JobDefinition;
  readonly handle: JobHandler<unknown>;
  /** `Class.method`, for people. */
  readonly place: string;
}

/** Finds the methods marked with `@OnJob` and holds the map to them: exactly one for every job type. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private readonly byName = new Map<string, HandledJob>();

  constructor(
    @Inject(JOB_MAP) private readonly jobs: readonly JobDefinition[],
    private readonly marked: MarkedMethods,
  ) {}

  /** Throws {@link JobMapError} where a type has no handler or two, or a handler no type. */
  onModuleInit(): void {
    const found = this.discover();
    const faults = this.jobs.flatMap(({ name }) => {
      const [first, ...others] = found.filter(({ definition }) => definition.name === name);
      if (!first) return [`"${name}" has no handler`];
      this.byName.set(name, first);
      const places = [first, ...others].map(({ place }) => place).join(', ');
      return others.length > 0 ? [`"${name}" has ${others.length + 1} handlers (${places})`] : [];
    });
    const strays = found.filter(({ definition }) => !this.byName.has(definition.name));
    faults.push(
      ...strays.map(({ definition, place }) => `${place} handles "${definition.name}", which is not in the map`),
    );
    if (faults.length > 0) throw new JobMapError(`Jobs: ${faults.join('; ')}`);
  }

  get names(): string[] {
    return [...this.byName.keys()];
  }

  find(name: string): HandledJob | undefined {
    return this.byName.get(name);
  }

  /** Throws where the name is not in the map. */
  get(name: string): HandledJob {
    const job = this.find(name);
    if (!job) throw new JobMapError(`"${name}" is not in the job map`);
    return job;
  }

  private discover(): HandledJob[] {
    return this.marked.find<JobDefinition>(ON_JOB).map(({ mark, call, place }) => {
      return { definition: mark, handle: call as JobHandler<unknown>, place };
    });
  }
}
