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
  /** Told once of each time that the store is away, so that the memory of this process stands in for it. */
  readonly onError: (error: Error) => void;
}

const TABLE = 'throttle';
/** An answer of a store that is away is not waited for longer. */
const PATIENCE_MS = { redis: 1000, postgres: 2000 };
/** ioredis keeps the process up this long after closing a connection that was never made. */
const REDIS_FAREWELL_MS = 100;
const POOL_SIZE = 2;
/** Every call names its own duration and reads the sum itself; one point makes `consume` a turnstile. */
const OPTIONS = { points: 1, duration: 1 };

/** Where sign-ins are counted for all processes: in Redis where there is one, else in the table `throttle` of PostgreSQL. */
export class ThrottleStore {
  private readonly standIn: RateLimiterAbstract = new RateLimiterMemory({ ...OPTIONS, keyPrefix: 'sign-in' });
  private isAway = false;

  private constructor(
    private readonly limiter: RateLimiterAbstract,
    private readonly onError: (error: Error) => void,
    /** Closes the connections. */
    readonly close: () => Promise<void>,
  ) {}

  /** Connects. A store that is away at the start is used once it is there. */
  static async open({ redisUrl, databaseUrl, onError }: ThrottleStoreSettings): Promise<ThrottleStore> {
    if (redisUrl) return ThrottleStore.inRedis(redisUrl, onError);
    if (databaseUrl) return ThrottleStore.inPostgres(databaseUrl, onError);
    return new ThrottleStore(new RateLimiterMemory({ ...OPTIONS, keyPrefix: 'sign-in' }), onError, async () => {});
  }

  /** Where the store is away, signing in goes on, and so does counting: in this process, and said aloud. */
  async ask<T>(question: (limiter: RateLimiterAbstract) => Promise<T>): Promise<T> {
    try {
      const answer = await question(this.limiter);
      this.isAway = false;
      return answer;
    } catch (error) {
      this.miss(error instanceof Error ? error : new Error(String(error)));
      return question(this.standIn);
    }
  }

  private miss(error: Error): void {
    if (!this.isAway) this.onError(error);
    this.isAway = true;
  }

  private static async inRedis(url: string, onError: (error: Error) => void): Promise<ThrottleStore> {
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: PATIENCE_MS.redis,
      commandTimeout: PATIENCE_MS.redis,
      disconnectTimeout: REDIS_FAREWELL_MS,
    });
    const limiter = new RateLimiterRedis({
      ...OPTIONS,
      keyPrefix: 'shucu:sign-in',
      storeClient: redis,
      rejectIfRedisNotReady: true,
    });
    const store = new ThrottleStore(limiter, onError, async () => redis.disconnect());
    redis.on('error', (error) => store.miss(error));
    await new Promise<void>((resolve) => {
      for (const event of ['ready', 'close']) redis.once(event, () => resolve());
    });
    return store;
  }

  private static inPostgres(connectionString: string, onError: (error: Error) => void): ThrottleStore {
    const pool = new Pool({
      connectionString,
      application_name: 'shucu-throttle',
      max: POOL_SIZE,
      connectionTimeoutMillis: PATIENCE_MS.postgres,
      query_timeout: PATIENCE_MS.postgres,
    });
    const limiter = new RateLimiterPostgres({
      ...OPTIONS,
      keyPrefix: 'sign-in',
      storeClient: pool,
      tableName: TABLE,
      tableCreated: true,
    });
    const store = new ThrottleStore(limiter, onError, () => pool.end());
    pool.on('error', (error) => store.miss(error));
    return store;
  }
}
