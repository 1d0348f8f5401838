import { Module } from '@nestjs/common';

/** What people do with applications. */
@Module({})
export class ApplicationsModule {}

/** What the worker does with applications. */
@Module({})
export class ApplicationsWorkerModule {}
