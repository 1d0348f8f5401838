import { Module } from '@nestjs/common';

/** What people do with changes. */
@Module({})
export class ChangesModule {}

/** What the worker does with changes. */
@Module({})
export class ChangesWorkerModule {}
