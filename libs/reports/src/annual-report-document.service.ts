import { Injectable } from '@nestjs/common';
import { type CenterPart, CentersService, centerPart } from '@shucu/centers';
import { type AnnualReportData, DocumentsService, documentSeries, paragraphsOf } from '@shucu/documents';
import { OrganizationsService } from '@shucu/organizations';
import { PluginRegistry } from '@shucu/plugin-host';
import { type RuleSet, RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, type Tenant } from '@shucu/tenancy';
import type { AnnualFigures } from './annual-figures.service.js';
import {
  type AnnualReport,
  type AnnualReportFiling,
  REPORT_SECTIONS,
  type ReportSection,
  type ReportSnapshot,
} from './annual-report.entity.js';

/** What the document says of a filing beside its snapshot. */
export interface FilingWords {
  readonly daysLate: number;
  readonly filedBy: string;
}

interface ReportFrame extends FilingWords {
  readonly tenant: Tenant;
  readonly rules: RuleSet;
  readonly center: CenterPart;
  readonly announcedOn: string;
}

/** Issues the document of a filed annual report (年度工作报告, 第十五条). */
@Injectable()
export class AnnualReportDocument {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly documents: DocumentsService,
  ) {}

  /** One document a filing; in the transaction of the filing. */
  async issue(report: AnnualReport, filing: AnnualReportFiling, words: FilingWords): Promise<void> {
    const whole = await this.centers.withOrganizations(await this.centers.byId(report.centerId));
    const { center } = whole;
    const plugin = this.plugins.get(center.category);
    if (!center.announcedOn) throw new Error(`Center ${center.id} is not announced`);
    const frame: ReportFrame = {
      ...words,
      tenant: await currentTenant(),
      rules: await this.rules.get(report.ruleSetId),
      center: centerPart(whole, plugin, await this.organizations.region(center.regionId)),
      announcedOn: center.announcedOn,
    };
    await this.documents.issue(documentSeries('annualReport', { tenant: frame.tenant, day: filing.filedOn }), [
      {
        kind: 'annualReport',
        subjectId: report.id,
        subjectVersion: filing.number,
        centerId: center.id,
        category: plugin.id,
        title: `${center.name}${report.year}年度工作报告`,
        released: true,
        data: (number) => annualReportData(report, filing, frame, number),
      },
    ]);
  }
}

/** The document's data: what was filed, word for word. */
function annualReportData(
  { year, dueOn }: AnnualReport,
  { snapshot, filedOn }: AnnualReportFiling,
  { tenant, rules, ...words }: ReportFrame,
  number: string,
): AnnualReportData {
  const { figures } = snapshot;
  return {
    ...{ ...words, year, dueOn, filedOn, number, departmentName: tenant.department, generatedOn: filedOn },
    ruleDocument: { title: rules.title, number: rules.documentNumber, shortTitle: '实施细则' },
    sections: sectionsOf(snapshot),
    figures: figuresOf(figures),
    facts: figures.facts.map(({ title, value }) => ({ title, value })),
    services: figures.services.map(({ title, count, enterprises, verified }) => ({
      ...{ type: title, count, verified, served: enterprises },
    })),
    evidence: snapshot.evidence.map(({ name, bytes, sha256, uploadedOn }, index) => ({
      ...{ number: index + 1, place: '年度工作报告', fileName: name, size: sizeOf(bytes), sha256, uploadedOn },
    })),
  };
}

function sectionsOf({ texts }: ReportSnapshot): AnnualReportData['sections'] {
  return (Object.keys(REPORT_SECTIONS) as ReportSection[]).map((section) => ({
    title: REPORT_SECTIONS[section],
    entries: [],
    paragraphs: paragraphsOf(texts[section]),
  }));
}

function figuresOf({ totals, previous, resources }: AnnualFigures): AnnualReportData['figures'] {
  const compared = [
    ['服务情况', '服务次数', '次', totals.services, previous.services],
    ['服务情况', '服务企业', '家', totals.enterprises, previous.enterprises],
    ['人才培训', '培训实训', '人次', totals.trainees, previous.trainees],
    ['资源集聚', '新增资源', '项', totals.resourcesAdded, previous.resourcesAdded],
  ] as const;
  return [
    ...compared.map(([group, title, unit, value, before]) => ({
      ...{ group, title, value: `${value} ${unit}`, previous: `${before} ${unit}`, threshold: null },
    })),
    ...resources.map(({ title, added }) => ({
      ...{ group: '资源集聚', title: `新增${title}`, value: `${added} 项`, previous: null, threshold: null },
    })),
  ];
}

function sizeOf(bytes: number): string {
  return bytes < 1_048_576 ? `${(bytes / 1_024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
