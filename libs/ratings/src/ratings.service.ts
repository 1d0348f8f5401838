import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS, Center } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import { type ActionOf, type Actor, scopeRows } from '@shucu/permissions';
import { MeasureReader, PluginRegistry, type RecordBehind } from '@shucu/plugin-host';
import type { Grade, MeasureValue } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import type { SelectQueryBuilder } from 'typeorm';
import { Rating, type RatingState } from './rating.entity.js';
import { RatingRun } from './rating-run.entity.js';

export interface RatingPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly year?: number | undefined;
  readonly state?: RatingState | undefined;
  readonly grade?: Grade | undefined;
  readonly centerId?: string | undefined;
}

/** The records that a measure counts now, beside the frozen value, so that a later change shows. */
export interface MeasureExplanation {
  readonly measure: string;
  readonly frozenValue: MeasureValue;
  readonly records: readonly RecordBehind[];
}

/** Given out to its center: published, or reviewed and disclosed so that it can object. */
const RELEASED = `(run.state = 'published' OR run.disclosed_at IS NOT NULL)`;

/** Ratings with their explanation, down to the records. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly measures: MeasureReader,
  ) {}

  /** Newest year first, then by id; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, year, state, grade, centerId }: RatingPage): Promise<Rating[]> {
    const query = this.visible(actor, 'read').orderBy('rating.id', 'DESC').limit(limit);
    if (after) query.andWhere('rating.id < :after', { after });
    if (year) query.andWhere('rating.year = :year', { year });
    if (state) query.andWhere('rating.state = :state', { state });
    if (grade) query.andWhere('rating.grade = :grade', { grade });
    if (centerId) query.andWhere('rating.center_id = :centerId', { centerId });
    return query.getMany();
  }

  get(actor: Actor, id: string): Promise<Rating> {
    return this.reachable(actor, id, 'read');
  }

  /** The rating for somebody who may do the action on it; otherwise it is as if it did not exist. */
  async reachable(actor: Actor, id: string, action: ActionOf<'Rating'>): Promise<Rating> {
    const found = await this.visible(actor, action).andWhere('rating.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** The records behind one measure of a rating, a page at a time in order of id. */
  async recordsBehind(
    actor: Actor,
    id: string,
    measure: string,
    page: { after?: string | undefined; limit: number },
  ): Promise<MeasureExplanation> {
    const rating = await this.get(actor, id);
    const { measures } = this.plugins.get(rating.pluginId);
    const found = Object.hasOwn(measures, measure) ? measures[measure] : undefined;
    if (!found) throw new AppError('resource.notFound');
    const { manager, tenantId } = TenantContext;
    const { center, year } = rating.inputs;
    const records = await this.measures.recordsBehind(manager, found, { tenantId, center, year, ...page });
    return { measure, frozenValue: rating.inputs.measures[measure] ?? null, records };
  }

  private visible(actor: Actor, action: ActionOf<'Rating'>): SelectQueryBuilder<Rating> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(Rating, 'rating')
      .innerJoin(Center, 'center', 'center.tenant_id = rating.tenant_id AND center.id = rating.center_id')
      .innerJoin(RatingRun, 'run', 'run.tenant_id = rating.tenant_id AND run.id = rating.run_id')
      .where('rating.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, { ...CENTER_COLUMNS, released: RELEASED }, actor, action, 'Rating');
  }
}
