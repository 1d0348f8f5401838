import { Injectable } from '@nestjs/common';
import { type AssessmentResultData, DocumentsService, documentSeries } from '@shucu/documents';
import { Decimal, statutoryDateOf } from '@shucu/kernel';
import { criterionKey } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import type { Assessment, AssessmentResult } from '../assessment.entity.js';
import type { DrawConstraints } from '../drawing/draw.types.js';
import { ExpertDraw } from '../drawing/expert-draw.entity.js';
import { findingsOf } from '../group/findings.repository.js';
import { type GroupMember, membersOf } from '../group/group.repository.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { sealedScoresOf } from '../sheets/sealed-scores.repository.js';
import { fieldTitles, type PaperFrame, PaperFrameService, PURPOSE_TITLES, reportFrame } from './paper-frame.service.js';
import { paperRows, sideBySide } from './paper-rows.js';

const MERGE_RULES: Readonly<Record<AssessmentResult['merge'], string>> = {
  mean: '各项得分取专家评分的平均值，保留两位小数。',
  trimmedMean: '各项得分在三份以上评分中去掉一个最高分和一个最低分后取平均值，保留两位小数。',
};

/** Issues 核查评估结果: what a group came to on an application, without telling who gave which score. */
@Injectable()
export class ResultPaperService {
  constructor(
    private readonly frames: PaperFrameService,
    private readonly documents: DocumentsService,
  ) {}

  /** Issues the paper of an assessment that was just signed; a yearly rating, which has its own report, gets none. */
  async issue(assessment: Assessment, conclusion: string): Promise<void> {
    if (assessment.purpose === 'rating') return;
    const frame = await this.frames.of(assessment);
    const body = { ...(await this.work(assessment, frame)), ...outcomePart(assessment, frame) };
    const items = await itemsOf(assessment, frame);
    const { center, tenant, day, part } = frame;
    const closing = { conclusion: [conclusion], items, center: part };
    await this.documents.issue(documentSeries('assessmentResult', { tenant, day }), [
      {
        ...{ kind: 'assessmentResult', subjectId: assessment.id, centerId: center.id, category: center.category },
        title: `${center.name}${assessment.year}年度核查评估结果`,
        released: false,
        data: (number) => ({ ...reportFrame(frame, assessment.year, number), ...body, ...closing }),
      },
    ]);
  }

  /** How the group came about, who is in it, whose sheets fell, and what was seen on site. */
  private async work(
    assessment: Assessment,
    { day }: PaperFrame,
  ): Promise<Pick<AssessmentResultData, 'draw' | 'experts' | 'voided' | 'siteVisit' | 'signedBy' | 'signedOn'>> {
    const members = (await membersOf([assessment.id])).get(assessment.id) ?? [];
    const present = members.filter(({ sheetState }) => sheetState === 'submitted');
    const known = await this.frames.experts(present.map(({ expertId }) => expertId));
    const leader = members.find(({ expertId }) => expertId === assessment.signedBy);
    return {
      draw: await drawPart(assessment),
      experts: present.map(({ expertId, expertName }) => ({
        name: expertName,
        employer: known.get(expertId)?.employer ?? '',
        isLeader: expertId === assessment.leaderId,
      })),
      voided: await voidedPart(assessment, members),
      siteVisit: await visitPart(assessment),
      signedBy: leader?.expertName ?? '',
      signedOn: assessment.signedAt ? statutoryDateOf(assessment.signedAt) : day,
    };
  }
}

function outcomePart({ purpose, result }: Assessment, { rules }: PaperFrame) {
  if (!result?.total || !result.sheet) throw new Error('A result without a total was signed');
  const { passScore } = rules.parameters.application;
  return {
    purpose: PURPOSE_TITLES[purpose],
    mergeRule: MERGE_RULES[result.merge],
    groups: result.sheet.groups.map(({ title, score, weight }) => ({ title, score, weight })),
    total: result.total,
    passScore,
    passed: new Decimal(result.total).gte(passScore),
  };
}

async function itemsOf(assessment: Assessment, { plugin, center, rules }: PaperFrame) {
  const sealed = await sealedScoresOf(assessment.id);
  const { spreadLimit } = rules.parameters.assessment;
  return paperRows(
    plugin,
    center.variant,
    (criterion, key): AssessmentResultData['items'][number]['criteria'][number] => {
      const own = sealed.find((one) => criterionKey(one.indicator, one.criterion) === key);
      const merged = assessment.result?.criteria.find((one) => criterionKey(one.indicator, one.criterion) === key);
      const spread = merged?.spread ?? null;
      return {
        title: criterion.title,
        ...sideBySide(criterion, assessment),
        scores: [...(own?.scores ?? [])].sort((a, b) => Number(a) - Number(b)),
        merged: merged?.score ?? null,
        spread,
        furtherOpinion: assessment.thirdOpinion && spread !== null && new Decimal(spread).gt(spreadLimit),
        opinions: [...(own?.opinions ?? [])].sort(),
      };
    },
  );
}

async function drawPart({ id, seed, openedAt, tenantId }: Assessment): Promise<AssessmentResultData['draw']> {
  const first = await TenantContext.manager.findOne(ExpertDraw, {
    where: { tenantId, assessmentId: id },
    order: { number: 'ASC' },
  });
  if (!first) {
    return { drawnOn: statutoryDateOf(openedAt), seed, poolSize: 0, constraints: ['专家由省级部门指定。'] };
  }
  const { drawnAt, candidates, constraints } = first;
  return {
    drawnOn: statutoryDateOf(drawnAt),
    seed,
    poolSize: candidates.length,
    constraints: constraintSentences(constraints),
  };
}

function constraintSentences({ fields, regionId }: DrawConstraints): string[] {
  return [
    ...(fields.length > 0 ? [`专业领域为${fieldTitles(fields).join('、')}之一。`] : []),
    '与申报单位及联合体成员单位无现任或曾任职关系，未申报过利益冲突，在评任务未满。',
    ...(regionId ? ['不来自申报单位所在地区。'] : []),
  ];
}

async function voidedPart(
  { id, tenantId }: Assessment,
  members: readonly GroupMember[],
): Promise<AssessmentResultData['voided']> {
  const fallen = await TenantContext.manager.findBy(ScoreSheet, { tenantId, assessmentId: id, state: 'void' });
  return fallen.flatMap((sheet) => {
    const reason = members.find(({ sheetId }) => sheetId === sheet.id)?.endReason;
    return sheet.voidedAt && sheet.submittedAt
      ? [{ reason: reason ?? '专家回避。', voidedOn: statutoryDateOf(sheet.voidedAt) }]
      : [];
  });
}

async function visitPart({ id }: Assessment): Promise<AssessmentResultData['siteVisit']> {
  const findings = await findingsOf(id);
  const last = findings.at(-1);
  if (!last) return null;
  const people = [...new Set(findings.flatMap((one) => one.people))];
  return { visitedOn: last.visitedOn, people, findings: findings.map(({ finding }) => finding) };
}
