import { Injectable } from '@nestjs/common';
import type { Application } from '@shucu/applications';
import { fieldTitle } from '@shucu/applications';
import { type CorrectionNoticeData, DocumentsService, documentSeries, officialParts } from '@shucu/documents';
import { statutoryDateOf } from '@shucu/kernel';
import { PluginRegistry } from '@shucu/plugin-host';
import type { Correction, ReturningStage } from '../corrections/correction.entity.js';
import type { NewRemark } from '../corrections/new-remark.js';
import { isReviewed, isVisited } from '../corrections/touched-places.js';
import { validReviews } from '../reviews.repository.js';
import { DocumentFrameService } from './document-frame.service.js';

/** How each stage is called on paper, and the article that it rests on. */
const STAGES: Readonly<Record<ReturningStage, { readonly stage: string; readonly article: string }>> = {
  submitted: { stage: '初审', article: '第十一条' },
  formalReview: { stage: '形式审查', article: '第十二条' },
  assessment: { stage: '专家核查评估', article: '第十二条' },
  proposed: { stage: '专家核查评估', article: '第十二条' },
};

/** Issues what tells an applicant item by item what to correct (补正通知): the bureau's own, or the department's. */
@Injectable()
export class CorrectionNoticeService {
  constructor(
    private readonly frames: DocumentFrameService,
    private readonly documents: DocumentsService,
    private readonly plugins: PluginRegistry,
  ) {}

  async issue(application: Application, correction: Correction, remarks: readonly NewRemark[]): Promise<void> {
    const frame = await this.frames.of(application);
    const { tenant, region, datedOn: day } = frame;
    const isBureau = correction.stage === 'submitted';
    const office = isBureau ? region.bureau : tenant.department;
    const material = `${application.year}年度申报材料`;
    const series = documentSeries('correctionNotice', { tenant, day, ...(isBureau && { region }) });
    const body = await this.body(application, correction, remarks);
    await this.documents.issue(series, [
      {
        ...{ kind: 'correctionNotice', subjectId: application.id, subjectVersion: application.submissions },
        ...{ centerId: application.centerId, category: application.category, released: true },
        title: `${office}关于补正${application.name}${material}的通知`,
        data: (number) => ({
          ...officialParts(frame, office, number),
          ...{ recipients: [frame.center.lead.name], center: frame.center, material },
          ...body,
        }),
      },
    ]);
  }

  private async body(
    { id, category, variant, submittedAt }: Application,
    { stage, dueOn, arithmetic }: Correction,
    remarks: readonly NewRemark[],
  ): Promise<
    Pick<
      CorrectionNoticeData,
      'receivedOn' | 'stage' | 'article' | 'items' | 'dueOn' | 'arithmetic' | 'voidedApprovals' | 'contact'
    >
  > {
    if (!submittedAt) throw new Error(`Application ${id} was not submitted`);
    const plugin = this.plugins.get(category);
    return {
      receivedOn: statutoryDateOf(submittedAt),
      ...STAGES[stage],
      items: remarks.map(({ place, fault, demand }) => ({
        place: fieldTitle(plugin, variant, place).zh,
        ...{ fault, demand },
      })),
      ...{ dueOn, arithmetic: `${arithmetic}。`, contact: null },
      voidedApprovals: await voidedApprovals(id, remarks),
    };
  }
}

/** What becomes of the approvals given so far, as far as the remarks alone say it. */
async function voidedApprovals(applicationId: string, remarks: readonly NewRemark[]): Promise<string[]> {
  const given = (await validReviews(applicationId)).filter(({ concludedAt }) => concludedAt !== null);
  const isGiven = (kind: string): boolean => given.some((review) => review.kind === kind);
  const places = remarks.map(({ place }) => place);
  const sentences: string[] = [];
  if (isGiven('recommendation') && places.some(isReviewed)) {
    const visit = places.some(isVisited) ? '、现场查看' : '';
    sentences.push(`补正内容涉及工信部门核实的事项，再次提交后此前的初审意见${visit}和推荐意见作废，须重新初审。`);
  }
  if (isGiven('formal')) sentences.push('补正修改申报材料的，此前的形式审查结论作废，须重新进行形式审查。');
  return sentences;
}
