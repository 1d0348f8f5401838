import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Rating } from '../rating.entity.js';
import { RatingsService } from '../ratings.service.js';
import { RatingVersion } from './rating-version.entity.js';

/** A version with since when it no longer counts; the present one has none. */
export type AnyVersion = Omit<RatingVersion, 'ratingId' | 'replacedAt'> & {
  readonly ratingId: string;
  readonly replacedAt: Date | null;
};

/** All versions of a rating: who sees the rating sees how it came to be. */
@Injectable()
export class RatingVersionsService {
  constructor(private readonly ratings: RatingsService) {}

  /** The first one first; without sheets and inputs. */
  async list(actor: Actor, ratingId: string): Promise<Omit<AnyVersion, 'sheet' | 'inputs'>[]> {
    const rating = await this.ratings.get(actor, ratingId);
    const { manager, tenantId } = TenantContext;
    const former = await manager.find(RatingVersion, { where: { tenantId, ratingId }, order: { version: 'ASC' } });
    return [...former, present(rating)];
  }

  /** One version with everything that it says. */
  async get(actor: Actor, ratingId: string, version: number): Promise<AnyVersion> {
    const rating = await this.ratings.get(actor, ratingId);
    if (rating.version === version) return present(rating);
    const { manager, tenantId } = TenantContext;
    const found = await manager.findOneBy(RatingVersion, { tenantId, ratingId, version });
    if (!found) throw new AppError('resource.notFound');
    return found;
  }
}

function present(rating: Rating): AnyVersion {
  return { ...rating, ratingId: rating.id, replacedAt: null };
}
