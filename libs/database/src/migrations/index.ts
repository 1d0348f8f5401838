import { Foundation1764000000001 } from './1764000000001-foundation.js';
import { Records1764000000002 } from './1764000000002-records.js';
import { Outbox1764000000003 } from './1764000000003-outbox.js';
import { Documents1764000000004 } from './1764000000004-documents.js';
import { Evaluation1764000000005 } from './1764000000005-evaluation.js';

/** Every migration in order; a released one is never edited, the next one follows it. */
export const MIGRATIONS = [
  Foundation1764000000001,
  Records1764000000002,
  Outbox1764000000003,
  Documents1764000000004,
  Evaluation1764000000005,
];
