import { Global, Module } from '@nestjs/common';
import { NotificationsService } from './notifications.service.js';

/** Messages, for every feature. */
@Global()
@Module({ providers: [NotificationsService], exports: [NotificationsService] })
export class NotificationsModule {}

/** What the worker does with messages. */
@Module({ imports: [NotificationsModule] })
export class NotificationsWorkerModule {}
