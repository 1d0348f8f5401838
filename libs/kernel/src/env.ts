import { z } from 'zod';

const wholeNumber = (from: number, to: number) =>
  z.coerce.number({ error: `a whole number from ${from} to ${to}` }).pipe(
    z
      .int({ error: `a whole number from ${from} to ${to}` })
      .min(from, { error: `at least ${from}` })
      .max(to, { error: `at most ${to}` }),
  );
const ADDRESS_OR_RANGE = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'the addresses or ranges of the proxies in front, such as 10.0.0.0/8, ::1',
});
const trustedProxies = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .pipe(z.array(ADDRESS_OR_RANGE));
const SECRET_KEY = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, { error: 'the base64 of 32 random bytes, as "openssl rand -base64 32" gives it' });
const blankIsUnset = (value: unknown): unknown => (value === '' ? undefined : value);

/** The whole configuration of the platform: one schema over the environment. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.preprocess(blankIsUnset, wholeNumber(0, 65_535).default(3000)),
  /** Where browsers reach the platform. Read it by {@link publicUrlOf}. */
  PUBLIC_URL: z.preprocess(
    blankIsUnset,
    z.url({ protocol: /^https?$/, error: 'https://shucu.example.gov.cn' }).optional(),
  ),
  /**
   * The proxies whose word about the caller's address is taken; unset: nobody's, the address is that of the connection. A number
   * of proxies would not do: whoever reaches the process directly could claim as many.
   */
  TRUST_PROXY: z.preprocess(blankIsUnset, trustedProxies.optional()),
  /** Requests of one address in a minute; 0 turns every limit of the edge off. */
  RATE_LIMIT_PER_MINUTE: z.preprocess(blankIsUnset, wholeNumber(0, 1_000_000).default(600)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'postgres://user:password@host:5432/database' }),
  MIGRATION_DATABASE_URL: z.preprocess(
    blankIsUnset,
    z.url({ protocol: /^postgres(ql)?$/, error: 'postgres://owner:password@host:5432/database' }).optional(),
  ),
  DATABASE_POOL_SIZE: z.preprocess(blankIsUnset, wholeNumber(2, 200).default(10)),
  REDIS_URL: z.preprocess(blankIsUnset, z.url({ protocol: /^rediss?$/, error: 'redis://host:6379' }).optional()),
  FILES_DIR: z.string().min(1).default('.shucu/files'),
  /** Where files lie in a bucket instead of FILES_DIR, which then takes only what is still arriving. */
  S3_BUCKET: z.preprocess(blankIsUnset, z.string().optional()),
  S3_ENDPOINT: z.preprocess(blankIsUnset, z.url({ protocol: /^https?$/, error: 'https://s3.example.cn' }).optional()),
  S3_REGION: z.preprocess(blankIsUnset, z.string().default('us-east-1')),
  S3_ACCESS_KEY_ID: z.preprocess(blankIsUnset, z.string().optional()),
  S3_SECRET_ACCESS_KEY: z.preprocess(blankIsUnset, z.string().optional()),
  /** The largest file of evidence. */
  EVIDENCE_MAX_MB: z.preprocess(blankIsUnset, wholeNumber(1, 2_000).default(50)),
  /** Files that one place of one row may cite. */
  EVIDENCE_PER_ROW: z.preprocess(blankIsUnset, wholeNumber(1, 200).default(20)),
  /** All evidence of one organization. */
  EVIDENCE_QUOTA_MB: z.preprocess(blankIsUnset, wholeNumber(1, 10_000_000).default(20_480)),
  SHUCU_FONTS_DIR: z.preprocess(blankIsUnset, z.string().optional()),
  /** Where signed heads of the audit logs are kept and with which Ed25519 key they are signed; the database must reach neither. */
  AUDIT_SEALS_DIR: z.preprocess(blankIsUnset, z.string().optional()),
  AUDIT_SIGNING_KEY_FILE: z.preprocess(blankIsUnset, z.string().optional()),
  AUDIT_SEAL_SECONDS: z.preprocess(blankIsUnset, wholeNumber(1, 3600).default(60)),
  /** The mail server for e-mails to people, and their sender; unset: messages stay in the house. */
  SMTP_URL: z.preprocess(
    blankIsUnset,
    z
      .url({ protocol: /^smtps?$/, error: 'smtp://user:password@host:587 or smtps://user:password@host:465' })
      .optional(),
  ),
  SMTP_FROM: z.preprocess(
    blankIsUnset,
    z.string().regex(/@/, { error: '数促平台 <no-reply@example.gov.cn>' }).optional(),
  ),
  /** How often the worker looks for deadlines that are over. */
  DEADLINE_SECONDS: z.preprocess(blankIsUnset, wholeNumber(1, 60).default(15)),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Encrypts what the platform must be able to read again: secrets of second factors and of single sign-on. */
  SHUCU_SECRET_KEY: z.preprocess(blankIsUnset, SECRET_KEY.optional()),
  /** Former keys, separated by commas: they open what they sealed and seal nothing new. */
  SHUCU_SECRET_KEYS_OLD: z.preprocess(
    blankIsUnset,
    z
      .string()
      .transform((list) => list.split(',').map((key) => key.trim()))
      .pipe(z.array(SECRET_KEY))
      .default([]),
  ),
  WORKER_CONCURRENCY: z.preprocess(blankIsUnset, wholeNumber(1, 64).default(2)),
});

export type Environment = z.infer<typeof environmentSchema>;

/** A wrong environment, in one sentence that names each variable and the form it should have; never its value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Where browsers reach the platform: `PUBLIC_URL`, in development the address it listens at where that is unset. Throws
 * {@link EnvironmentError} in production without one, or with http beyond this machine: browsers keep no session there.
 */
export function publicUrlOf(environment: Pick<Environment, 'NODE_ENV' | 'PUBLIC_URL' | 'HOST' | 'PORT'>): URL {
  const { NODE_ENV, PUBLIC_URL, HOST, PORT } = environment;
  const url = new URL(PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`);
  const fit = NODE_ENV !== 'production' || url.protocol === 'https:' || (PUBLIC_URL && LOOPBACK.test(url.hostname));
  if (fit) return url;
  const fault = PUBLIC_URL === undefined ? 'missing' : 'wrong';
  throw new EnvironmentError(`Configuration: PUBLIC_URL is ${fault} (expected: https://shucu.example.gov.cn)`);
}

/** Reads the environment once at start. Throws {@link EnvironmentError}. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  return readVariables(environmentSchema, source);
}

/** Reads variables by a schema of their own, with the same clear sentence about a wrong one. */
export function readVariables<Schema extends z.ZodObject>(schema: Schema, source: NodeJS.ProcessEnv): z.output<Schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return source[name] === undefined
      ? `${name} is missing (expected: ${message})`
      : `${name} is wrong (expected: ${message})`;
  });
  throw new EnvironmentError(`Configuration: ${faults.join('; ')}`);
}
