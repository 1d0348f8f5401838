import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarEntriesService, LegalCalendarService } from '@shucu/deadlines';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { dateSchema } from '../http/request.schema.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import {
  calendarEntriesSchema,
  calendarWithdrawalSchema,
  calendarYearParamSchema,
  calendarYearSchema,
  computationSchema,
  enteredDaySchema,
  newCalendarDaySchema,
  newCalendarYearSchema,
  termSchema,
} from './calendar.schema.js';

@ApiTags('calendar')
@Controller('v1/calendar')
export class CalendarController {
  constructor(
    private readonly calendars: LegalCalendarService,
    private readonly entered: CalendarEntriesService,
  ) {}

  @Get()
  @Requires('read', 'LegalCalendar')
  @Returns(
    calendarEntriesSchema,
    'Years and days that the tenant entered itself, over the notices of the State Council',
  )
  entries(@CurrentActor() actor: Actor) {
    return this.calendars.entries(actor);
  }

  @Post('computation')
  @Requires('read', 'LegalCalendar')
  @Returns(computationSchema, 'When a period would end, and how that is computed; nothing is kept')
  compute(@CurrentActor() actor: Actor, @Body({ schema: termSchema }) body: z.output<typeof termSchema>) {
    return this.calendars.compute(actor, body);
  }

  @Put('days/:day')
  @Requires('update', 'LegalCalendar')
  @Returns(enteredDaySchema, 'What is now said of the day; deadlines that were computed before stay as they are')
  enterDay(
    @CurrentActor() actor: Actor,
    @Param('day', { schema: dateSchema }) day: string,
    @Body({ schema: newCalendarDaySchema }) body: z.output<typeof newCalendarDaySchema>,
  ) {
    return this.entered.enterDay(actor, { ...body, day });
  }

  @Post('days/:day/withdrawal')
  @Requires('update', 'LegalCalendar')
  @ReturnsNothing('The day is again what its year makes of it')
  async withdrawDay(
    @CurrentActor() actor: Actor,
    @Param('day', { schema: dateSchema }) day: string,
    @Body({ schema: calendarWithdrawalSchema }) body: z.output<typeof calendarWithdrawalSchema>,
  ) {
    await this.entered.withdrawDay(actor, day, body);
  }

  @Get(':year')
  @Requires('read', 'LegalCalendar')
  @Returns(calendarYearSchema, 'Every day of a year, and how many are working days')
  year(
    @CurrentActor() actor: Actor,
    @Param('year', { schema: calendarYearParamSchema }) year: z.output<typeof calendarYearParamSchema>,
  ) {
    return this.calendars.year(actor, year);
  }

  @Put(':year')
  @Requires('update', 'LegalCalendar')
  @Returns(
    calendarYearSchema,
    'The year as entered: nothing but these days leaves the plain week, earlier entries are replaced',
  )
  enterYear(
    @CurrentActor() actor: Actor,
    @Param('year', { schema: calendarYearParamSchema }) year: z.output<typeof calendarYearParamSchema>,
    @Body({ schema: newCalendarYearSchema }) body: z.output<typeof newCalendarYearSchema>,
  ) {
    return this.entered.enterYear(actor, year, body);
  }

  @Post(':year/withdrawal')
  @Requires('update', 'LegalCalendar')
  @ReturnsNothing('The year rests on the notice of the State Council again, or is not known')
  async withdrawYear(
    @CurrentActor() actor: Actor,
    @Param('year', { schema: calendarYearParamSchema }) year: z.output<typeof calendarYearParamSchema>,
    @Body({ schema: calendarWithdrawalSchema }) body: z.output<typeof calendarWithdrawalSchema>,
  ) {
    await this.entered.withdrawYear(actor, year, body);
  }
}
