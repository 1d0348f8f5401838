import { type Environment, EnvironmentError } from '@shucu/kernel';

/** How a bucket is reached. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The variables that say where files lie. */
export type FilesEnvironment = Pick<
  Environment,
  | 'FILES_DIR'
  | 'S3_ENDPOINT'
  | 'S3_BUCKET'
  | 'S3_REGION'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
  | 'EVIDENCE_MAX_MB'
  | 'EVIDENCE_PER_ROW'
  | 'EVIDENCE_QUOTA_MB'
>;

/** The bucket where one is named; nothing means the local disk. Throws an {@link EnvironmentError} that names what is missing. */
export function s3SettingsOf(environment: FilesEnvironment): S3Settings | null {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = environment;
  if (!S3_BUCKET) return null;
  if (!S3_ENDPOINT || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    const wanted = { S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
    const missing = Object.entries(wanted).flatMap(([name, value]) => (value ? [] : [name]));
    throw new EnvironmentError(`Configuration: ${missing.join(', ')} missing (expected: set beside S3_BUCKET)`);
  }
  const credentials = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  return { endpoint: S3_ENDPOINT, bucket: S3_BUCKET, region: S3_REGION, credentials };
}

const MEGABYTE = 1024 * 1024;

/** How much evidence there may be. */
export class FileLimits {
  /** Of one file, in bytes. */
  readonly fileBytes: number;
  /** Files at one place of one row. */
  readonly perRow: number;
  /** Of all files of one organization, in bytes. */
  readonly quotaBytes: number;

  constructor(environment: Pick<FilesEnvironment, 'EVIDENCE_MAX_MB' | 'EVIDENCE_PER_ROW' | 'EVIDENCE_QUOTA_MB'>) {
    this.fileBytes = environment.EVIDENCE_MAX_MB * MEGABYTE;
    this.perRow = environment.EVIDENCE_PER_ROW;
    this.quotaBytes = environment.EVIDENCE_QUOTA_MB * MEGABYTE;
  }
}
