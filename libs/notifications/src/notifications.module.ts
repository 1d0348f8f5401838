import { Module } from '@nestjs/common';

/** What people do with notifications. */
@Module({})
export class NotificationsModule {}

/** What the worker does with notifications. */
@Module({})
export class NotificationsWorkerModule {}
