import { HttpException } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { databaseRefusal } from './database-refusal.js';

/** The refusal behind an error, also where the framework or the database refused first; nothing where it is a fault of ours. */
export function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
  switch (status) {
    case 404:
    // A path segment that is too long is no id of anything.
    case 414:
      return new AppError('resource.notFound');
    case 413:
      return new AppError('request.tooLarge', { limit: '1 MiB' });
    case 415:
      return new AppError('request.unsupported');
    case 400:
      return new AppError('request.malformed', { reason: error instanceof Error ? error.message : '' });
    default:
      return databaseRefusal(error);
  }
}
