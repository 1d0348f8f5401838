import { Module } from '@nestjs/common';
import { CalendarEntriesRepository } from './calendar-entries.repository.js';
import { CalendarEntriesService } from './calendar-entries.service.js';
import { LegalCalendarService } from './legal-calendar.service.js';

/** The legal calendar of each tenant, for every feature that computes a period. */
@Module({
  providers: [LegalCalendarService, CalendarEntriesService, CalendarEntriesRepository],
  exports: [LegalCalendarService, CalendarEntriesService],
})
export class LegalCalendarModule {}
