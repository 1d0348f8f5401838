import { z } from 'zod';
import { dateSchema, instantSchema, prose, text, versionSchema, wholeNumber } from '../http/request.schema.js';

/** A year in a path, as far as calendars go. */
export const calendarYearParamSchema = wholeNumber(2000, 2100);

const MAX_ROWS = 30;

/** Of what was there: 0 for nothing yet. */
const seenVersion = z.union([z.literal(0), versionSchema]).describe('0: there is none yet');

const basis = { version: seenVersion, reason: prose(1000), source: text(200) };

export const newCalendarYearSchema = z
  .strictObject({
    ...basis,
    holidays: z
      .array(z.strictObject({ name: text(40), first: dateSchema, last: dateSchema }))
      .min(1)
      .max(MAX_ROWS),
    makeUpDays: z.array(z.strictObject({ name: text(40), day: dateSchema })).max(MAX_ROWS),
  })
  .meta({ id: 'NewCalendarYear' });

export const newCalendarDaySchema = z
  .strictObject({ ...basis, kind: z.enum(['workday', 'holiday']), name: text(40) })
  .meta({ id: 'NewCalendarDay' });

export const calendarWithdrawalSchema = z
  .strictObject({ version: versionSchema, reason: prose(1000) })
  .meta({ id: 'CalendarWithdrawal' });

const length = (max: number) => z.int().min(1).max(max);
const movable = { movesToWorkingDay: z.boolean().default(true).describe('民法典第二百零三条') };

export const termSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...{ kind: z.literal('workingDays'), start: dateSchema, length: length(250) },
      countFirstDay: z.boolean().default(false),
    }),
    z.strictObject({ kind: z.literal('months'), start: dateSchema, length: length(120), ...movable }),
    z.strictObject({ kind: z.literal('years'), start: dateSchema, length: length(20), ...movable }),
    z.strictObject({ kind: z.literal('fixedDay'), day: dateSchema, ...movable }),
  ])
  .meta({ id: 'Term' });

const entered = {
  reason: z.string(),
  source: z.string(),
  version: z.int(),
  enteredBy: z.uuid(),
  enteredAt: instantSchema,
};

export const enteredDaySchema = z
  .object({ day: z.string(), kind: z.enum(['workday', 'holiday']), name: z.string(), ...entered })
  .meta({ id: 'EnteredDay' });

const enteredYearSchema = z.object({ year: z.int(), ...entered }).meta({ id: 'EnteredYear' });

export const calendarEntriesSchema = z
  .object({ years: z.array(enteredYearSchema), days: z.array(enteredDaySchema) })
  .meta({ id: 'CalendarEntries' });

const inBothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() });

const calendarDayShape = {
  date: z.string(),
  kind: z.enum(['workday', 'weekend', 'holiday', 'makeUp']),
  name: inBothLanguages.nullable(),
  origin: z.enum(['week', 'stateCouncil', 'own']),
};
const calendarDaySchema = z.object(calendarDayShape).meta({ id: 'CalendarDay' });

export const calendarYearSchema = z
  .object({
    year: z.int(),
    entry: enteredYearSchema.nullable(),
    workingDays: z.int(),
    days: z.array(
      z.object({ ...calendarDayShape, entry: enteredDaySchema.nullable() }).meta({ id: 'ExplainedCalendarDay' }),
    ),
  })
  .meta({ id: 'CalendarYear' });

export const computationSchema = z
  .object({
    period: z.object({
      kind: z.enum(['workingDays', 'months', 'years', 'fixedDay']),
      start: z.string(),
      firstCounted: z.string(),
      end: z.string(),
      length: z.int().optional(),
      countsFirstDay: z.boolean().optional(),
      remarkable: z.array(calendarDaySchema).optional(),
      lacksCorrespondingDay: z.boolean().optional(),
      nominalEnd: z.string().optional(),
      movedOver: z.array(calendarDaySchema).optional(),
    }),
    arithmetic: inBothLanguages,
  })
  .meta({ id: 'Computation' });
