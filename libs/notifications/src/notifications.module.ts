import { type DynamicModule, Global, Module } from '@nestjs/common';
import { EmailWorker } from './email.worker.js';
import { MAILER_OPTIONS, Mailer, type MailerOptions } from './mailer.js';
import { NotificationsService } from './notifications.service.js';
import { OwnNotificationsService } from './own-notifications.service.js';

/** Messages, for every feature. */
@Global()
@Module({
  providers: [NotificationsService, OwnNotificationsService],
  exports: [NotificationsService, OwnNotificationsService],
})
export class NotificationsModule {}

/** What the worker does with messages. */
@Module({})
export class NotificationsWorkerModule {
  static forRoot(options: MailerOptions): DynamicModule {
    return {
      module: NotificationsWorkerModule,
      imports: [NotificationsModule],
      providers: [{ provide: MAILER_OPTIONS, useValue: options }, Mailer, EmailWorker],
    };
  }
}
