import { Injectable } from '@nestjs/common';
import { Center, CentersService, type CenterWithOrganizations } from '@shucu/centers';
import { DocumentsService, officialSeries, type RevocationNoticeData } from '@shucu/documents';
import { OrganizationsService, type Region } from '@shucu/organizations';
import { PluginRegistry } from '@shucu/plugin-host';
import { type RuleSet, RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, type Tenant, TenantContext } from '@shucu/tenancy';
import { GROUND_TEXTS, type RevocationCase } from './revocation-case.entity.js';

interface NoticeFrame {
  readonly tenant: Tenant;
  readonly rules: RuleSet;
  readonly whole: CenterWithOrganizations;
  readonly region: Region;
  readonly categoryTitle: string;
  readonly evaluations: RevocationNoticeData['evaluations'];
  readonly datedOn: string;
}

/** Issues the numbered notice of a revocation (第十七条). */
@Injectable()
export class RevocationNoticeService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly documents: DocumentsService,
  ) {}

  async issue(found: RevocationCase): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const center = await manager.findOneByOrFail(Center, { tenantId, id: found.centerId });
    const plugin = this.plugins.get(center.category);
    const frame: NoticeFrame = {
      tenant: await currentTenant(),
      rules: await this.rules.get(found.ruleSetId),
      whole: await this.centers.withOrganizations(center),
      region: await this.organizations.region(center.regionId),
      categoryTitle: plugin.title['zh-CN'],
      evaluations: await this.evaluations(found),
      datedOn: await statutoryToday(manager),
    };
    await this.documents.issue(officialSeries(frame.tenant, frame.datedOn), [
      {
        kind: 'revocationNotice',
        subjectId: found.id,
        centerId: center.id,
        title: `关于撤销${center.name}评价资格的通知`,
        category: plugin.id,
        released: true,
        data: (number) => noticeData(found, frame, number),
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

function noticeData(found: RevocationCase, frame: NoticeFrame, number: string): RevocationNoticeData {
  const { tenant, rules, whole, region, categoryTitle, evaluations, datedOn } = frame;
  const { center, lead } = whole;
  if (!found.exitOn || !found.banThrough || !center.announcedOn)
    throw new Error(`Case ${found.id} is not a revocation`);
  const { article, text } = GROUND_TEXTS[found.ground];
  return {
    departmentName: tenant.department,
    number,
    recipients: [region.bureau, lead.name],
    ruleDocument: { title: rules.title, number: rules.documentNumber, shortTitle: '实施细则' },
    center: { name: center.name, categoryTitle, announcedOn: center.announcedOn },
    lead: { name: lead.name, creditCode: lead.creditCode },
    ground: { article, wording: text },
    evaluations,
    facts: evaluations.length > 0 ? [] : found.facts.map(({ statement }) => statement.replace(/。?$/u, '。')),
    statement: null,
    exitOn: found.exitOn,
    banYears: rules.parameters.banYears,
    banUntil: found.banThrough,
    remedies: { reconsiderationAuthority: `${tenant.name}人民政府`, court: '有管辖权的人民法院' },
    datedOn,
    copies: ['各市（州）工业和信息化主管部门'],
    printer: `${tenant.department}办公室`,
    printedOn: datedOn,
  };
}
