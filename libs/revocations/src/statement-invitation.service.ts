import { Injectable } from '@nestjs/common';
import type { ReckonedPeriod } from '@shucu/deadlines';
import {
  DocumentsService,
  officialParts,
  officialSeries,
  type StatementInvitationData,
  sentence,
} from '@shucu/documents';
import { EvidenceService } from '@shucu/evidence';
import { type CaseFrame, CaseFrameService } from './case-frame.service.js';
import { GROUND_TEXTS, type RevocationCase } from './revocation-case.entity.js';
import { REVOCATION_SUBJECT } from './revocation-cases.service.js';

/** Issues the numbered invitation to state the case (陈述申辩告知书, 第十七条). */
@Injectable()
export class StatementInvitationService {
  constructor(
    private readonly frames: CaseFrameService,
    private readonly evidence: EvidenceService,
    private readonly documents: DocumentsService,
  ) {}

  async issue(found: RevocationCase, reckoned: ReckonedPeriod): Promise<void> {
    const frame = await this.frames.of(found);
    const { center } = frame.whole;
    const names = (await this.evidence.of(REVOCATION_SUBJECT, [found.id])).map(({ name }) => name);
    await this.documents.issue(officialSeries(frame.tenant, frame.datedOn), [
      {
        kind: 'statementInvitation',
        subjectId: found.id,
        centerId: center.id,
        title: `关于拟撤销${center.name}评价资格的陈述申辩告知书`,
        category: center.category,
        released: true,
        data: (number) => invitationData(found, { frame, reckoned, evidence: [...new Set(names)] }, number),
      },
    ]);
  }
}

function invitationData(
  found: RevocationCase,
  { frame, reckoned, evidence }: { frame: CaseFrame; reckoned: ReckonedPeriod; evidence: string[] },
  number: string,
): StatementInvitationData {
  const { tenant, rules, whole, region, categoryTitle } = frame;
  const { center, lead } = whole;
  const { period, arithmetic } = reckoned;
  if (!center.announcedOn) throw new Error(`Center ${center.id} is not announced`);
  const { article, text } = GROUND_TEXTS[found.ground];
  return {
    ...officialParts(frame, frame.tenant.department, number),
    copies: [region.bureau],
    recipients: [lead.name],
    centerName: center.name,
    categoryTitle,
    announcedOn: center.announcedOn,
    lead: { name: lead.name, creditCode: lead.creditCode },
    ground: { article, wording: text },
    facts: found.facts.map(({ statement }) => sentence(statement)),
    evidence,
    period: {
      from: period.firstCounted,
      through: period.end,
      workingDays: period.length,
      arithmetic: sentence(arithmetic),
    },
    banYears: rules.parameters.banYears,
    contact: { name: tenant.department, phone: '以平台公布的为准', email: null, address: null },
  };
}
