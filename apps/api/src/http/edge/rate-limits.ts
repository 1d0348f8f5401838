import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { AppError, callerNetwork, type Environment } from '@shucu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { type IRateLimiterOptions, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { STRICT_LIMITS, type StrictLimit } from './limited.decorator.js';

const MINUTE_SECONDS = 60;

type Limiter = RateLimiterMemory | RateLimiterRedis;

/**
 * How often one address may call in a minute: in general, and of some endpoints more strictly. Counted for all processes in
 * Redis where there is one, otherwise, and while it is away, by each process for itself.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly logger = new Logger(RateLimits.name);
  private readonly redis: Redis | null;
  private readonly general: Limiter | null;
  private readonly strict: Readonly<Record<StrictLimit, Limiter>>;

  constructor({ RATE_LIMIT_PER_MINUTE, REDIS_URL }: Pick<Environment, 'RATE_LIMIT_PER_MINUTE' | 'REDIS_URL'>) {
    this.redis = REDIS_URL && RATE_LIMIT_PER_MINUTE > 0 ? this.connect(REDIS_URL) : null;
    this.general = RATE_LIMIT_PER_MINUTE > 0 ? this.limiter('general', RATE_LIMIT_PER_MINUTE) : null;
    this.strict = {
      signIn: this.limiter('signIn', STRICT_LIMITS.signIn),
      costly: this.limiter('costly', STRICT_LIMITS.costly),
    };
  }

  /** Counts every request before anything else is done for it, those for nothing that exists included. */
  watch(fastify: FastifyInstance): void {
    const { general } = this;
    if (!general) return;
    fastify.addHook('onRequest', async (request, reply) => {
      const { limit } = request.routeOptions.config;
      if (limit === 'none') return;
      await count(general, request, reply);
      if (limit) await count(this.strict[limit], request, reply);
    });
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private connect(url: string): Redis {
    // A request never waits for a Redis that is away.
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: 1_000,
      disconnectTimeout: 200,
    });
    let away = false;
    redis.on('ready', () => {
      if (away) this.logger.log('Redis is back: limits are counted for all processes');
      away = false;
    });
    redis.on('error', (err) => {
      if (!away) this.logger.warn({ err }, 'Redis is away: limits are counted by each process for itself');
      away = true;
    });
    return redis;
  }

  private limiter(name: string, points: number): Limiter {
    const options: IRateLimiterOptions = { keyPrefix: `shucu:edge:${name}`, points, duration: MINUTE_SECONDS };
    const memory = new RateLimiterMemory(options);
    if (!this.redis) return memory;
    return new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: memory,
    });
  }
}

async function count(limiter: Limiter, { ip }: FastifyRequest, reply: FastifyReply): Promise<void> {
  try {
    tell(limiter, await limiter.consume(callerNetwork(ip)), reply);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new AppError('request.tooMany', { seconds: tell(limiter, refused, reply) });
  }
}

/** Says in the headers what is left of which limit; returns the seconds until all of it is free again. */
function tell({ points }: Limiter, { remainingPoints, msBeforeNext }: RateLimiterRes, reply: FastifyReply): number {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  reply.headers({ 'ratelimit-limit': points, 'ratelimit-remaining': remainingPoints, 'ratelimit-reset': seconds });
  return seconds;
}
