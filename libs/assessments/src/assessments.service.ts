import { Injectable } from '@nestjs/common';
import { CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { criterionKey, judgedItems } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import { ExpertAssignment } from './expert-assignment.entity.js';
import { holdAssignment } from './expert-assignments.service.js';
import { ExpertScore } from './expert-score.entity.js';
import { type CriterionScores, type MergedOpinions, mergeOpinions } from './merged-opinions.js';

export interface ExpertScoreInput {
  readonly centerId: string;
  readonly year: number;
  readonly indicator: string;
  readonly criterion: string;
  /** 0–100, at most two decimals. */
  readonly score: string;
  readonly opinion: string;
}

/** Experts' scores of what no record can prove (第十二条). */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly centers: CentersService,
    private readonly plugins: PluginRegistry,
  ) {}

  /** Gives or replaces the caller's score on a center assigned for that year; closed once the year's evaluation is final. */
  async score(actor: Actor, input: ExpertScoreInput): Promise<ExpertScore> {
    const center = await this.centers.reachable(actor, input.centerId, 'create', 'ExpertScore');
    await holdAssignment(actor.accountId, center.id, input.year);
    await refuseOwnCenters(actor, [center.id]);
    this.checkCriterion(center.category, center.variant, input);
    await refuseWhileComputing(input.year);
    await this.refuseWhenFinal(input.year);
    const { manager, tenantId } = TenantContext;
    const { centerId, year, indicator, criterion, score, opinion } = input;
    await manager.query(
      `INSERT INTO expert_score (tenant_id, year, center_id, indicator, criterion, expert_id, score, opinion, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())
       ON CONFLICT (tenant_id, year, center_id, indicator, criterion, expert_id) DO UPDATE
       SET score = excluded.score, opinion = excluded.opinion, version = expert_score.version + 1,
           updated_at = excluded.updated_at`,
      [tenantId, year, centerId, indicator, criterion, actor.accountId, score, opinion],
    );
    const key = { tenantId, year, centerId, indicator, criterion, expertId: actor.accountId };
    return manager.findOneByOrFail(ExpertScore, key);
  }

  /** The caller's own scores of a year, on the centers still assigned for it. */
  own(actor: Actor, year: number): Promise<ExpertScore[]> {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(ExpertScore, 'score')
      .innerJoin(
        ExpertAssignment,
        'assignment',
        `assignment.tenant_id = score.tenant_id AND assignment.expert_id = score.expert_id
         AND assignment.center_id = score.center_id AND assignment.year = score.year AND assignment.ended_at IS NULL`,
      )
      .where('score.tenant_id = :tenantId AND score.year = :year', { tenantId, year })
      .andWhere('score.expert_id = :expertId', { expertId: actor.accountId })
      .orderBy('score.center_id')
      .addOrderBy('score.indicator')
      .addOrderBy('score.criterion')
      .getMany();
  }

  /** All experts' scores of a year, merged; until the caller's transaction ends nobody can add one. */
  async merged(year: number): Promise<MergedOpinions> {
    await lockScores(year);
    const { manager, tenantId } = TenantContext;
    return mergeOpinions(
      await manager.query<CriterionScores[]>(
        `SELECT center_id AS "centerId", indicator, criterion,
                array_agg(score::text ORDER BY expert_id) AS scores, array_agg(opinion ORDER BY expert_id) AS opinions
         FROM expert_score WHERE tenant_id = $1 AND year = $2
         GROUP BY center_id, indicator, criterion ORDER BY center_id, indicator, criterion`,
        [tenantId, year],
      ),
    );
  }

  /** How many centers got a score of the year after the moment; until the caller's transaction ends nobody can add one. */
  async centersScoredSince(year: number, moment: Date): Promise<number> {
    await lockScores(year);
    const { manager, tenantId } = TenantContext;
    const { count } = await manager
      .createQueryBuilder(ExpertScore, 'score')
      .select('count(DISTINCT score.center_id)', 'count')
      .where('score.tenant_id = :tenantId AND score.year = :year AND score.updated_at > :moment', {
        tenantId,
        year,
        moment,
      })
      .getRawOne<{ count: string }>()
      .then((row) => row ?? { count: '0' });
    return Number(count);
  }

  private checkCriterion(category: string, variant: string | null, { indicator, criterion }: ExpertScoreInput): void {
    const judged = judgedItems(this.plugins.get(category), variant).map(({ key }) => key);
    if (judged.includes(criterionKey(indicator, criterion))) return;
    throw new AppError('assessment.unknownCriterion', { indicator, criterion, known: judged.join('、') });
  }

  private async refuseWhenFinal(year: number): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const [run] = await manager.query<{ state: string }[]>(
      'SELECT state FROM rating_run WHERE tenant_id = $1 AND year = $2',
      [tenantId, year],
    );
    if (run && ['finalised', 'published'].includes(run.state)) throw new AppError('assessment.closed', { year });
  }
}

/**
 * Scores are given side by side, but not while a run reads them or becomes final: a score is then either counted, or seen to be
 * later than the computation, or refused. The run waits for scores under way; a score does not wait for a run.
 */
async function lockScores(year: number): Promise<void> {
  await TenantContext.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [scoresLock(year)]);
}

async function refuseWhileComputing(year: number): Promise<void> {
  const [{ free }] = await TenantContext.manager.query<[{ free: boolean }]>(
    'SELECT pg_try_advisory_xact_lock_shared(hashtextextended($1, 0)) AS free',
    [scoresLock(year)],
  );
  if (!free) throw new AppError('assessment.computing', { year });
}

function scoresLock(year: number): string {
  return `expert-scores ${TenantContext.tenantId} ${year}`;
}
