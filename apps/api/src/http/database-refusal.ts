import { AppError, type ErrorCode } from '@shucu/kernel';

/** What PostgreSQL's error codes mean to a caller (manual, appendix A): bad input, a lost race, or no database. */
const MEANINGS: readonly [codes: RegExp, meaning: ErrorCode][] = [
  // Character not in repertoire, untranslatable character, text too long, dates and numbers out of range, a check that fails.
  [/^(22021|22P05|22P02|22001|22003|22007|22008|23514)$/, 'request.unstorable'],
  // Serialization failure (also a row that moved to another partition), deadlock, lock not available, unique violation.
  [/^(40001|40P01|55P03|23505)$/, 'conflict.concurrent'],
  // Connection exceptions, too many connections, shutdown by an administrator.
  [/^(08...|53300|57P0[1-3]|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)$/, 'service.unavailable'],
];

/** node-postgres gives these no code; of a connection that ends between two statements TypeORM only says that it let it go. */
const CONNECTION_LOST =
  /^(timeout exceeded when trying to connect|Connection terminated|Query runner already released|Database connection provided by a query runner was already released)/;

/** The refusal that an error of the database amounts to, saying nothing of SQL or values; nothing where it is a fault of ours. */
export function databaseRefusal(error: unknown): AppError | null {
  const meaning = meaningOf(error);
  if (!meaning) return null;
  return new AppError(meaning, { reason: 'PostgreSQL' }, [], { cause: error });
}

function meaningOf(error: unknown): ErrorCode | undefined {
  if (!(error instanceof Error)) return undefined;
  if (CONNECTION_LOST.test(error.message)) return 'service.unavailable';
  const { code } = error as { code?: unknown };
  return MEANINGS.find(([codes]) => typeof code === 'string' && codes.test(code))?.[1];
}
