import { CALENDAR_ENTITIES } from './calendar/calendar.entities.js';
import { Deadline } from './deadline.entity.js';

/** The tables of deadlines. */
export const DEADLINE_ENTITIES = [Deadline, ...CALENDAR_ENTITIES];
