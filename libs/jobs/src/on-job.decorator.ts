import { SetMetadata } from '@nestjs/common';
import type { JobHandler } from './job-context.js';
import type { JobDefinition } from './job-definition.js';

/** Metadata key under which a method remembers the job that it handles. */
export const ON_JOB = 'shucu:on-job';

/** Makes a method of a provider the handler of a job; the worker finds it, the api never calls it. */
export function OnJob<Payload>(definition: JobDefinition<Payload>) {
  return <Handler extends JobHandler<Payload>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Handler>,
  ): void => {
    SetMetadata(ON_JOB, definition)(target, key, descriptor);
  };
}
