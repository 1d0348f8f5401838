import { Injectable } from '@nestjs/common';
import type { WorkingDayPeriod } from '@shucu/calendar';
import { arithmeticOf } from '@shucu/calendar';
import { DocumentsService, officialSeries, type StatementInvitationData } from '@shucu/documents';
import { EvidenceService } from '@shucu/evidence';
import { type CaseFrame, CaseFrameService, officialParts, sentence } from './case-frame.service.js';
import { GROUND_TEXTS, type RevocationCase } from './revocation-case.entity.js';
import { REVOCATION_SUBJECT } from './revocation-cases.service.js';
import { STATEMENT_WORDS } from './statement-words.js';

/** Issues the numbered invitation to state the case (陈述申辩告知书, 第十七条). */
@Injectable()
export class StatementInvitationService {
  constructor(
    private readonly frames: CaseFrameService,
    private readonly evidence: EvidenceService,
    private readonly documents: DocumentsService,
  ) {}

  async issue(found: RevocationCase, period: WorkingDayPeriod): Promise<void> {
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
        data: (number) => invitationData(found, { frame, period, evidence: [...new Set(names)] }, number),
      },
    ]);
  }
}

function invitationData(
  found: RevocationCase,
  { frame, period, evidence }: { frame: CaseFrame; period: WorkingDayPeriod; evidence: string[] },
  number: string,
): StatementInvitationData {
  const { tenant, rules, whole, region, categoryTitle } = frame;
  const { center, lead } = whole;
  if (!center.announcedOn) throw new Error(`Center ${center.id} is not announced`);
  const { article, text } = GROUND_TEXTS[found.ground];
  return {
    ...officialParts(frame, number),
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
      arithmetic: sentence(arithmeticOf(period, STATEMENT_WORDS, 'zh-CN')),
    },
    banYears: rules.parameters.banYears,
    contact: { name: tenant.department, phone: '以平台公布的为准', email: null, address: null },
  };
}
