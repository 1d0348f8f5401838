import { Deadline } from './deadline.entity.js';

/** The tables of deadlines. */
export const DEADLINE_ENTITIES = [Deadline];
