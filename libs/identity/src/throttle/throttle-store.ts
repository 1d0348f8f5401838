import { Redis } from 'ioredis';
import { Pool } from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
} from 'rate-limiter-flexible';

export interface ThrottleStoreSettings {
  readonly redisUrl?: string | undefined;
  /** Of the application's role; not used where there is a Redis. Neither: the memory of this process. */
  readonly databaseUrl?: string | undefined;
  /** Told each time the store could not be asked, so that the memory of this process stood in for it. */
  readonly onError: (error: Error) => void;
}

const TABLE = 'throttle';
/** A sign-in does not wait longer than this for a store that is away. */
const PATIENCE_MS = 1000;
const POOL_SIZE = 2;
/** Every call names its own duration and reads the sum itself; one point makes `consume` a turnstile. */
const OPTIONS = { points: 1, duration: 1 };

/** Where sign-ins are counted for all processes: in Redis where there is one, else in the table `throttle` of PostgreSQL. */
export class ThrottleStore {
  /** Counts in this process alone, while the store is away. */
  readonly standIn: RateLimiterAbstract = new RateLimiterMemory({ ...OPTIONS, keyPrefix: 'sign-in' });

  private constructor(
    readonly limiter: RateLimiterAbstract,
    readonly onError: (error: Error) => void,
    /** Closes the connections. */
    readonly close: () => Promise<void>,
  ) {}

  /** Connects; a store that is away at the start is told to `onError`, and used once it is there. */
  static async open({ redisUrl, databaseUrl, onError }: ThrottleStoreSettings): Promise<ThrottleStore> {
    if (redisUrl) return ThrottleStore.inRedis(redisUrl, onError);
    if (databaseUrl) return ThrottleStore.inPostgres(databaseUrl, onError);
    return new ThrottleStore(new RateLimiterMemory({ ...OPTIONS, keyPrefix: 'sign-in' }), onError, async () => {});
  }

  private static async inRedis(url: string, onError: (error: Error) => void): Promise<ThrottleStore> {
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: PATIENCE_MS,
      commandTimeout: PATIENCE_MS,
    });
    redis.on('error', onError);
    await new Promise<void>((resolve) => {
      for (const event of ['ready', 'close']) redis.once(event, () => resolve());
    });
    const limiter = new RateLimiterRedis({
      ...OPTIONS,
      keyPrefix: 'shucu:sign-in',
      storeClient: redis,
      rejectIfRedisNotReady: true,
    });
    return new ThrottleStore(limiter, onError, async () => redis.disconnect());
  }

  private static inPostgres(connectionString: string, onError: (error: Error) => void): ThrottleStore {
    const pool = new Pool({
      connectionString,
      application_name: 'shucu-throttle',
      max: POOL_SIZE,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    pool.on('error', onError);
    const limiter = new RateLimiterPostgres({
      ...OPTIONS,
      keyPrefix: 'sign-in',
      storeClient: pool,
      tableName: TABLE,
      tableCreated: true,
    });
    return new ThrottleStore(limiter, onError, () => pool.end());
  }
}
