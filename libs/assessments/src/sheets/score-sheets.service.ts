import { Injectable } from '@nestjs/common';
import { CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { criterionKey, judgedItems } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { Assessment } from '../assessment.entity.js';
import { lockAssessment } from '../assessment.repository.js';
import { SheetMergingService } from '../merging/sheet-merging.service.js';
import { ScoreSheetPaperService } from '../papers/score-sheet-paper.service.js';
import { SCORE_SHEET_MACHINE } from '../score-sheet.machine.js';
import { ExpertScore } from './expert-score.entity.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { refuseClosedYear } from './scores-lock.js';

export interface ExpertScoreInput {
  readonly centerId: string;
  readonly year: number;
  readonly indicator: string;
  readonly criterion: string;
  /** 0–100, at most two decimals. */
  readonly score: string;
  readonly opinion: string;
}

/** A criterion that an expert judges, with the words of the annex. */
export interface AskedCriterion {
  readonly indicator: string;
  readonly criterion: string;
  readonly group: string;
  readonly title: string;
  readonly standard: string;
}

/** An expert's own sheet. */
export interface FilledSheet {
  readonly sheet: ScoreSheet;
  readonly scores: readonly ExpertScore[];
  readonly criteria: readonly AskedCriterion[];
}

/** Experts' own sheets: written, submitted, and after that nobody's to change (第十二条). */
@Injectable()
export class ScoreSheetsService {
  constructor(
    private readonly centers: CentersService,
    private readonly plugins: PluginRegistry,
    private readonly workflow: WorkflowService,
    private readonly merging: SheetMergingService,
    private readonly papers: ScoreSheetPaperService,
  ) {}

  /** Gives or replaces a score on the caller's own draft; closed once it is sealed, and once the year's evaluation is final. */
  async score(actor: Actor, input: ExpertScoreInput): Promise<ExpertScore> {
    conditionsOf(actor, 'create', 'ExpertScore');
    const held = await holdSheet(actor.accountId, input.centerId, input.year);
    await refuseOwnCenters(actor, [input.centerId]);
    const center = await this.centers.byId(input.centerId);
    this.checkCriterion(center.category, center.variant, input);
    await refuseClosedYear({ purpose: held.purpose, year: input.year });
    if (held.state !== 'draft') throw new AppError('assessment.sheetSealed');
    const { manager, tenantId } = TenantContext;
    const { indicator, criterion, score, opinion, centerId, year } = input;
    await manager.query(
      `INSERT INTO expert_score (tenant_id, sheet_id, year, center_id, indicator, criterion, expert_id, score, opinion, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp())
       ON CONFLICT (tenant_id, sheet_id, indicator, criterion) DO UPDATE
       SET score = excluded.score, opinion = excluded.opinion, version = expert_score.version + 1,
           updated_at = excluded.updated_at`,
      [tenantId, held.sheetId, year, centerId, indicator, criterion, actor.accountId, score, opinion],
    );
    return manager.findOneByOrFail(ExpertScore, { tenantId, sheetId: held.sheetId, indicator, criterion });
  }

  /** The caller's own scores of a year, on the centers still assigned for it. */
  own(actor: Actor, year: number): Promise<ExpertScore[]> {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(ExpertScore, 'score')
      .innerJoin(
        ScoreSheet,
        'sheet',
        `sheet.tenant_id = score.tenant_id AND sheet.id = score.sheet_id AND sheet.state <> 'void'`,
      )
      .where('score.tenant_id = :tenantId AND score.year = :year', { tenantId, year })
      .andWhere('score.expert_id = :expertId', { expertId: actor.accountId })
      .andWhere(IN_GROUP)
      .orderBy('score.center_id')
      .addOrderBy('score.indicator')
      .addOrderBy('score.criterion')
      .getMany();
  }

  /** The caller's own sheets of what is assigned, newest first, a page. */
  async ownSheets(
    actor: Actor,
    { after, limit }: { after?: string | undefined; limit: number },
  ): Promise<ScoreSheet[]> {
    const query = this.ownQuery(actor).orderBy('sheet.id', 'DESC').limit(limit);
    if (after) query.andWhere('sheet.id < :after', { after });
    return query.getMany();
  }

  /** One own sheet of what is assigned with its scores, and every criterion that it asks for. Throws `resource.notFound`. */
  async ownSheet(actor: Actor, id: string): Promise<FilledSheet> {
    const { manager, tenantId } = TenantContext;
    const sheet = await this.ownQuery(actor).andWhere('sheet.id = :id', { id }).getOne();
    if (!sheet) throw new AppError('resource.notFound');
    const order = { indicator: 'ASC', criterion: 'ASC' } as const;
    const { centerId } = await manager.findOneByOrFail(Assessment, { tenantId, id: sheet.assessmentId });
    return {
      sheet,
      scores: await manager.find(ExpertScore, { where: { tenantId, sheetId: id }, order }),
      criteria: await this.askedFor(centerId),
    };
  }

  /**
   * Seals an own sheet, on the version that the caller saw; the last one of the group has them merged. Throws
   * `assessment.sheetIncomplete`, naming the criteria without a score.
   */
  async submit(actor: Actor, id: string, version: number): Promise<ScoreSheet> {
    conditionsOf(actor, 'submit', 'ScoreSheet');
    const { sheet, scores } = await this.ownSheet(actor, id);
    const assessment = await lockAssessment(sheet.assessmentId);
    await refuseOwnCenters(actor, [assessment.centerId]);
    await refuseClosedYear(assessment);
    await this.workflow.take(SCORE_SHEET_MACHINE, { id, transition: 'submit', actor, version });
    await this.refuseIncomplete(assessment, scores);
    const { manager, tenantId } = TenantContext;
    const sealed = await manager.findOneByOrFail(ScoreSheet, { tenantId, id });
    await this.papers.issue(assessment, sealed, scores);
    await this.merging.settle(assessment.id);
    return sealed;
  }

  private ownQuery({ accountId }: Actor) {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(ScoreSheet, 'sheet')
      .where('sheet.tenant_id = :tenantId AND sheet.expert_id = :accountId', { tenantId, accountId })
      .andWhere(IN_GROUP);
  }

  private async askedFor(centerId: string): Promise<AskedCriterion[]> {
    const { category, variant } = await this.centers.byId(centerId);
    return judgedItems(this.plugins.get(category), variant).map(({ row: { group, indicator }, criterion }) => ({
      indicator: indicator.id,
      criterion: criterion.id,
      group: group.title,
      title: indicator.title,
      standard: indicator.standard,
    }));
  }

  private async refuseIncomplete({ centerId }: Assessment, scores: readonly ExpertScore[]): Promise<void> {
    const { category, variant } = await this.centers.byId(centerId);
    const given = new Set(scores.map(({ indicator, criterion }) => criterionKey(indicator, criterion)));
    const missing = judgedItems(this.plugins.get(category), variant).filter(({ key }) => !given.has(key));
    if (missing.length === 0) return;
    const names = missing.map(({ row, criterion }) => `${row.indicator.title}（${criterion.title}）`).join('、');
    throw new AppError('assessment.sheetIncomplete', { count: missing.length, missing: names });
  }

  private checkCriterion(category: string, variant: string | null, { indicator, criterion }: ExpertScoreInput): void {
    const judged = judgedItems(this.plugins.get(category), variant).map(({ key }) => key);
    if (judged.includes(criterionKey(indicator, criterion))) return;
    throw new AppError('assessment.unknownCriterion', { indicator, criterion, known: judged.join('、') });
  }
}

/** The sheet's expert is in the group still. */
const IN_GROUP = `EXISTS (SELECT 1 FROM expert_assignment held WHERE held.tenant_id = sheet.tenant_id
  AND held.assessment_id = sheet.assessment_id AND held.expert_id = sheet.expert_id
  AND held.declared_at IS NOT NULL AND held.ended_at IS NULL)`;

/** Makes the draft of somebody who has just come into a group, or leaves the sheet that is there. */
export async function beginSheet(assessmentId: string, expertId: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager
    .createQueryBuilder()
    .insert()
    .into(ScoreSheet)
    .values({ tenantId, id: newId(), assessmentId, expertId })
    .orIgnore()
    .updateEntity(false)
    .execute();
}

interface HeldSheet extends Pick<Assessment, 'purpose'> {
  readonly sheetId: string;
  readonly state: ScoreSheet['state'];
}

/**
 * The sheet of an expert on a center and year; until the caller's transaction ends, neither it nor the assignment changes. Refuses
 * one who is not assigned as if there were no such center, and one who has not declared yet. Throws `assessment.declareFirst`.
 */
async function holdSheet(expertId: string, centerId: string, year: number): Promise<HeldSheet> {
  const { manager, tenantId } = TenantContext;
  const [held] = await manager.query<{ declared: boolean; assessmentId: string }[]>(
    `SELECT declared_at IS NOT NULL AS declared, assessment_id AS "assessmentId" FROM expert_assignment
     WHERE tenant_id = $1 AND expert_id = $2 AND center_id = $3 AND year = $4 AND ended_at IS NULL FOR SHARE`,
    [tenantId, expertId, centerId, year],
  );
  if (!held) throw new AppError('resource.notFound');
  if (!held.declared) throw new AppError('assessment.declareFirst');
  const [sheet] = await manager.query<HeldSheet[]>(
    `SELECT sheet.id AS "sheetId", sheet.state, assessment.purpose FROM score_sheet sheet
     JOIN assessment ON assessment.tenant_id = sheet.tenant_id AND assessment.id = sheet.assessment_id
     WHERE sheet.tenant_id = $1 AND sheet.assessment_id = $2 AND sheet.expert_id = $3 AND sheet.state <> 'void'
     FOR SHARE OF sheet`,
    [tenantId, held.assessmentId, expertId],
  );
  if (!sheet) throw new Error(`Expert ${expertId} has no sheet in assessment ${held.assessmentId}`);
  return sheet;
}
