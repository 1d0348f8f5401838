import { Injectable, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { defineJob, type JobDefinition } from './job-definition.js';
import { JobHandlers } from './job-handlers.js';
import { JOB_MAP } from './jobs.options.js';
import { MarkedMethodsModule } from './marked-methods.js';
import { OnJob } from './on-job.decorator.js';

const first = defineJob('test.first', z.object({ id: z.uuid() }));
const second = defineJob('test.second', z.object({ id: z.uuid() }));

@Injectable()
class FirstJobs {
  readonly seen: string[] = [];

  @OnJob(first)
  async run({ id }: { id: string }): Promise<void> {
    this.seen.push(id);
  }
}

@Injectable()
class MoreFirstJobs {
  @OnJob(first)
  async again(): Promise<void> {}
}

@Injectable()
class SecondJobs {
  @OnJob(second)
  async run(): Promise<void> {}
}

async function boot(jobs: readonly JobDefinition[], providers: readonly Type[]) {
  @Module({
    imports: [MarkedMethodsModule],
    providers: [JobHandlers, { provide: JOB_MAP, useValue: jobs }, ...providers],
  })
  class Worker {}
  return NestFactory.createApplicationContext(Worker, { logger: false, abortOnError: false });
}

describe('the job map', () => {
  it('finds the one handler of each type, bound to its provider', async () => {
    const app = await boot([first, second], [FirstJobs, SecondJobs]);
    const job = app.get(JobHandlers).get('test.first');
    await job.handle({ id: 'a' }, {} as never);
    expect(app.get(FirstJobs).seen).toEqual(['a']);
    expect(() => app.get(JobHandlers).get('test.third')).toThrow(/not in the job map/);
    await app.close();
  });

  it('does not boot without a handler, with two, or with a handler of an unknown type, and says all of it', async () => {
    await expect(boot([first, second], [FirstJobs, MoreFirstJobs])).rejects.toThrow(
      'Jobs: "test.first" has 2 handlers (FirstJobs.run, MoreFirstJobs.again); "test.second" has no handler',
    );
    await expect(boot([first], [FirstJobs, SecondJobs])).rejects.toThrow(
      'Jobs: SecondJobs.run handles "test.second", which is not in the map',
    );
  });
});
