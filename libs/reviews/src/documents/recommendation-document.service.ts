import { Injectable } from '@nestjs/common';
import { type Application, claimableValues } from '@shucu/applications';
import { DocumentsService, documentSeries, officialParts, type RecommendationData } from '@shucu/documents';
import { statutoryDateOf } from '@shucu/kernel';
import { PluginRegistry } from '@shucu/plugin-host';
import type { ApplicationReview, VerifiedItem } from '../application-review.entity.js';
import type { SiteVisit } from '../preliminary/site-visit.entity.js';
import { statedValue } from '../preliminary/verification-faults.js';
import { namesOfAccounts, validReview, visitsOf } from '../reviews.repository.js';
import { DocumentFrameService, paragraphs } from './document-frame.service.js';

const UNSTATED = '未填报';

/** Issues a bureau's recommendation in the bureau's own series (推荐意见, 第十一条). */
@Injectable()
export class RecommendationDocumentService {
  constructor(
    private readonly frames: DocumentFrameService,
    private readonly documents: DocumentsService,
    private readonly plugins: PluginRegistry,
  ) {}

  /** The preliminary review has to be complete. */
  async issue(application: Application, reason: string): Promise<void> {
    const frame = await this.frames.of(application);
    const { tenant, region, datedOn: day } = frame;
    const body = await this.body(application, reason);
    const title = `${region.bureau}关于推荐${application.name}参加${application.year}年度数促中心评价的意见`;
    await this.documents.issue(documentSeries('recommendation', { tenant, day, region }), [
      {
        ...{ kind: 'recommendation', subjectId: application.id, subjectVersion: application.submissions, title },
        ...{ centerId: application.centerId, category: application.category, released: true },
        data: (number) => ({
          ...officialParts(frame, region.bureau, number),
          ...{ recipients: [tenant.department], year: application.year, center: frame.center },
          ...body,
        }),
      },
    ]);
  }

  private async body(application: Application, reason: string) {
    const review = await validReview(application.id, 'preliminary');
    const visits = (await visitsOf(application.id)).filter(({ voidedAt }) => voidedAt === null);
    const last = visits.at(-1);
    if (!review?.opinion || !last || !application.submittedAt) throw new Error(`No review of ${application.id}`);
    return {
      applicationNumber: await this.documents.numberOf('applicationForm', application.id),
      receivedOn: statutoryDateOf(application.submittedAt),
      review: await reviewPart(review),
      visit: visitPart(last, visits),
      figures: this.figures(application, review.items as readonly VerifiedItem[]),
      reasons: paragraphs(reason),
      attachments: ['申报材料'],
    };
  }

  private figures(application: Application, items: readonly VerifiedItem[]): RecommendationData['figures'] {
    const values = claimableValues(this.plugins.get(application.category), application.variant);
    return values.flatMap((value) => {
      const item = items.find(({ measure }) => measure === value.measure);
      if (!item) return [];
      const measure = `${value.title}（${value.unit}）`;
      return { measure, claimed: statedValue(application, value) ?? UNSTATED, ...shown(item) };
    });
  }
}

const shown = ({ verified, remark }: VerifiedItem) => ({ verified, remark });

async function reviewPart({ writtenBy, writtenAt, opinion }: ApplicationReview): Promise<RecommendationData['review']> {
  const reviewer = (await namesOfAccounts([writtenBy])).get(writtenBy) ?? '';
  return { reviewedOn: statutoryDateOf(writtenAt), reviewers: [reviewer], opinion: paragraphs(opinion ?? '') };
}

/** The last visit, with what was found on all of them. */
function visitPart({ visitedOn, place, people }: SiteVisit, visits: readonly SiteVisit[]): RecommendationData['visit'] {
  const findings = visits.flatMap((visit) =>
    paragraphs(visits.length > 1 ? `${visit.visitedOn}：${visit.findings}` : visit.findings),
  );
  return { visitedOn, place, people: people.map(({ name }) => name), findings };
}
