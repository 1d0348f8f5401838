import { Injectable } from '@nestjs/common';
import { DocumentsService, officialParts, officialSeries, type RevocationNoticeData, sentence } from '@shucu/documents';
import { type CaseFrame, CaseFrameService, noticeTitle } from './case-frame.service.js';
import { GROUND_TEXTS, type RevocationCase } from './revocation-case.entity.js';

/** Issues the numbered notice of a revocation (第十七条). */
@Injectable()
export class RevocationNoticeService {
  constructor(
    private readonly frames: CaseFrameService,
    private readonly documents: DocumentsService,
  ) {}

  async issue(found: RevocationCase): Promise<void> {
    const frame = await this.frames.of(found);
    const { center } = frame.whole;
    const evaluations = await this.evaluations(found);
    await this.documents.issue(officialSeries(frame.tenant, frame.datedOn), [
      {
        kind: 'revocationNotice',
        subjectId: found.id,
        centerId: center.id,
        title: noticeTitle(center),
        category: center.category,
        released: true,
        data: (number) => noticeData(found, { frame, evaluations }, number),
      },
    ]);
  }

  private async evaluations({ facts }: RevocationCase): Promise<RevocationNoticeData['evaluations']> {
    const evaluations: RevocationNoticeData['evaluations'] = [];
    for (const { year, total, grade, ratingId } of facts) {
      if (year === undefined || !total || !grade || !ratingId) continue;
      const documentNumber = await this.documents.numberOf('ratingReport', ratingId);
      evaluations.push({ year, score: total, grade, documentNumber });
    }
    return evaluations;
  }
}

function noticeData(
  found: RevocationCase,
  { frame, evaluations }: { frame: CaseFrame; evaluations: RevocationNoticeData['evaluations'] },
  number: string,
): RevocationNoticeData {
  const { tenant, rules, whole, region, categoryTitle } = frame;
  const { center, lead } = whole;
  if (!found.exitOn || !found.banThrough || !center.announcedOn)
    throw new Error(`Case ${found.id} is not a revocation`);
  const { article, text } = GROUND_TEXTS[found.ground];
  return {
    ...officialParts(frame, frame.tenant.department, number),
    recipients: [region.bureau, lead.name],
    center: { name: center.name, categoryTitle, announcedOn: center.announcedOn },
    lead: { name: lead.name, creditCode: lead.creditCode },
    ground: { article, wording: text },
    evaluations,
    facts: evaluations.length > 0 ? [] : found.facts.map(({ statement }) => sentence(statement)),
    statement: statementText(found),
    exitOn: found.exitOn,
    banYears: rules.parameters.banYears,
    banUntil: found.banThrough,
    remedies: { reconsiderationAuthority: `${tenant.name}人民政府`, court: '有管辖权的人民法院' },
    copies: ['各市（州）工业和信息化主管部门'],
  };
}

/** What the center made of its right to be heard, and what was made of what it said. */
function statementText({ statementKind, statement, statementDueOn, decisionReason }: RevocationCase): string | null {
  const answer = `经复核，${sentence(decisionReason ?? '')}`;
  switch (statementKind) {
    case 'stated':
      return `作出决定前，已告知该单位陈述申辩的权利。该单位陈述称：“${statement}”${answer}`;
    case 'waived':
      return `作出决定前，已告知该单位陈述申辩的权利。该单位书面放弃陈述申辩（${statement}）。${answer}`;
    case 'lapsed':
      return `作出决定前，已告知该单位陈述申辩的权利。该单位在期限内（至${statementDueOn}止）未提出陈述申辩。`;
    default:
      return null;
  }
}
