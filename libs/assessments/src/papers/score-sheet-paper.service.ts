import { Injectable } from '@nestjs/common';
import { DocumentsService, documentSeries, type ExpertScoreSheetData } from '@shucu/documents';
import { statutoryDateOf } from '@shucu/kernel';
import { criterionKey } from '@shucu/plugin-sdk';
import type { Assessment } from '../assessment.entity.js';
import { type GroupMember, membersOf } from '../group/group.repository.js';
import type { ExpertScore } from '../sheets/expert-score.entity.js';
import type { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { PaperFrameService, PURPOSE_TITLES, reportFrame } from './paper-frame.service.js';
import { paperRows, sideBySide } from './paper-rows.js';

const DECLARATION = '本人与申报单位及联合体成员单位不存在任职、投资、合作等利益冲突。';

/** Issues 专家评分表: what an expert has sealed, for that expert and whoever may know who said what. */
@Injectable()
export class ScoreSheetPaperService {
  constructor(
    private readonly frames: PaperFrameService,
    private readonly documents: DocumentsService,
  ) {}

  /** Issues the paper of a sheet that has just been sealed. */
  async issue(assessment: Assessment, sheet: ScoreSheet, scores: readonly ExpertScore[]): Promise<void> {
    const frame = await this.frames.of(assessment);
    const member = await memberOf(assessment, sheet);
    const body = await this.body(assessment, sheet, member);
    const { center, plugin, part, tenant, day } = frame;
    const items = paperRows(plugin, center.variant, (criterion, key) => {
      const given = scores.find(({ indicator, criterion: id }) => criterionKey(indicator, id) === key);
      const figures = sideBySide(criterion, assessment);
      return { title: criterion.title, ...figures, score: given?.score ?? null, opinion: given?.opinion ?? null };
    });
    await this.documents.issue(documentSeries('expertScoreSheet', { tenant, day }), [
      {
        ...{ kind: 'expertScoreSheet', subjectId: sheet.id, centerId: center.id, category: center.category },
        title: `${center.name}${assessment.year}年度专家评分表`,
        released: false,
        audience: { accountId: sheet.expertId, confidential: true },
        data: (number) => ({ ...reportFrame(frame, assessment.year, number), ...body, center: part, items }),
      },
    ]);
  }

  private async body(
    { purpose, leaderId }: Assessment,
    { expertId, submittedAt, contentHash }: ScoreSheet,
    { expertName, declaredAt }: GroupMember,
  ): Promise<Omit<ExpertScoreSheetData, 'items' | 'center' | keyof ReturnType<typeof reportFrame>>> {
    if (!submittedAt || !contentHash || !declaredAt) throw new Error(`Sheet of ${expertId} is not sealed`);
    const known = (await this.frames.experts([expertId])).get(expertId);
    if (!known) throw new Error(`Expert ${expertId} is not known`);
    return {
      purpose: PURPOSE_TITLES[purpose],
      expert: { name: expertName, ...known, isLeader: leaderId === expertId },
      declaration: DECLARATION,
      declaredOn: statutoryDateOf(declaredAt),
      opinion: null,
      sealedOn: statutoryDateOf(submittedAt),
      sealHash: contentHash,
    };
  }
}

async function memberOf({ id }: Assessment, { expertId }: ScoreSheet): Promise<GroupMember> {
  const member = (await membersOf([id])).get(id)?.findLast((one) => one.expertId === expertId && !one.endedAt);
  if (!member) throw new Error(`Expert ${expertId} is not in assessment ${id}`);
  return member;
}
