import { Module } from '@nestjs/common';

/** What people do with reports. */
@Module({})
export class ReportsModule {}

/** What the worker does with reports. */
@Module({})
export class ReportsWorkerModule {}
