import { Module } from '@nestjs/common';

/** What people do with deadlines. */
@Module({})
export class DeadlinesModule {}

/** What the worker does with deadlines. */
@Module({})
export class DeadlinesWorkerModule {}
