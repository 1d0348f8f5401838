import { Injectable } from '@nestjs/common';
import { DocumentsService, officialParts, officialSeries, type ReversalDecisionData, sentence } from '@shucu/documents';
import { type CaseFrame, CaseFrameService, noticeTitle } from './case-frame.service.js';
import type { RevocationCase } from './revocation-case.entity.js';

/** Issues the numbered decision that reverses a revocation and leaves its notice readable. */
@Injectable()
export class ReversalDecisionService {
  constructor(
    private readonly frames: CaseFrameService,
    private readonly documents: DocumentsService,
  ) {}

  async issue(found: RevocationCase, banLiftedOn: string | null): Promise<void> {
    const frame = await this.frames.of(found);
    const { center } = frame.whole;
    const noticeNumber = await this.documents.numberOf('revocationNotice', found.id);
    await this.documents.issue(officialSeries(frame.tenant, frame.datedOn), [
      {
        kind: 'reversalDecision',
        subjectId: found.id,
        centerId: center.id,
        title: `关于撤销《${noticeTitle(center)}》的决定`,
        category: center.category,
        released: true,
        data: (number) => decisionData(found, { frame, noticeNumber, banLiftedOn }, number),
      },
    ]);
  }
}

function decisionData(
  { id, reversal, exitOn, reversedOn }: RevocationCase,
  more: { readonly frame: CaseFrame; readonly noticeNumber: string | null; readonly banLiftedOn: string | null },
  number: string,
): ReversalDecisionData {
  const { frame, noticeNumber, banLiftedOn } = more;
  const { center, lead } = frame.whole;
  if (!reversal || !exitOn || !noticeNumber) throw new Error(`Case ${id} is not a reversed revocation`);
  const { authority, title, number: superiorNumber, decidedOn, reason } = reversal;
  return {
    ...officialParts(frame, frame.tenant.department, number),
    copies: ['各市（州）工业和信息化主管部门'],
    recipients: [frame.region.bureau, lead.name],
    centerName: center.name,
    lead: { name: lead.name, creditCode: lead.creditCode },
    notice: { title: noticeTitle(center), number: noticeNumber, datedOn: exitOn },
    superior: { authority, title, number: superiorNumber, decidedOn },
    isAnnulled: true,
    reasons: [sentence(reason)],
    changes: [],
    restoredOn: reversedOn,
    banLiftedOn,
  };
}
