import type { z } from 'zod';
import type { Fault } from './fault.types.js';

/** Issues of a zod check as faults under a path. */
export function zodFaults(error: z.ZodError, path: string): Fault[] {
  return error.issues.map((issue) => ({
    path: [path, ...issue.path.map(String)].filter((part) => part !== '').join('.'),
    message: issue.message.charAt(0).toLowerCase() + issue.message.slice(1),
  }));
}
