import { Module } from '@nestjs/common';

/** What people do with notices. */
@Module({})
export class NoticesModule {}

/** What the worker does with notices. */
@Module({})
export class NoticesWorkerModule {}
