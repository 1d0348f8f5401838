import { type DynamicModule, Global, Module } from '@nestjs/common';
import { MarkedMethodsModule } from '@shucu/jobs';
import { NotificationsModule } from '@shucu/notifications';
import { LegalCalendarModule } from './calendar/legal-calendar.module.js';
import { DeadlineDesk } from './deadline-desk.js';
import { DeadlineHandlers } from './deadline-handlers.js';
import { DEADLINE_WATCH, DeadlineWatch, type DeadlineWatchOptions } from './deadline-watch.js';
import { DeadlinesService } from './deadlines.service.js';

/** Deadlines, for every feature. */
@Global()
@Module({
  imports: [LegalCalendarModule],
  providers: [DeadlinesService, DeadlineDesk],
  exports: [DeadlinesService, DeadlineDesk, LegalCalendarModule],
})
export class DeadlinesModule {}

/** What the worker does with deadlines. */
@Module({})
export class DeadlinesWorkerModule {
  static forRoot(options: DeadlineWatchOptions): DynamicModule {
    return {
      module: DeadlinesWorkerModule,
      imports: [DeadlinesModule, NotificationsModule, MarkedMethodsModule],
      providers: [{ provide: DEADLINE_WATCH, useValue: options }, DeadlineHandlers, DeadlineWatch],
      exports: [DeadlineWatch],
    };
  }
}
