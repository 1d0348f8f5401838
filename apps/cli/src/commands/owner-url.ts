import { type Environment, EnvironmentError } from '@shucu/kernel';

/** The URL of the owner of the schema. Throws {@link EnvironmentError} where it is not set. */
export function ownerUrlOf({ MIGRATION_DATABASE_URL }: Environment): string {
  if (MIGRATION_DATABASE_URL) return MIGRATION_DATABASE_URL;
  throw new EnvironmentError('Configuration: MIGRATION_DATABASE_URL is missing (expected: URL of the schema owner)');
}
