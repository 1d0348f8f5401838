import { createEvidenceFile } from '../../factories/evidence-file.factory.js';
import type { TestTenant } from '../../factories/tenant.factory.js';
import type { Caller } from '../../harness/caller.js';
import type { TestPlatform } from '../../harness/platform.js';

/** What a center owes and reports in a year, of a tenant. */
export interface CenterYearIds {
  /** Of 2025, still a draft. */
  readonly annualReport: string;
  /** Of 2024, filed. */
  readonly filedReport: string;
  /** A file of the operator's. */
  readonly reportEvidence: string;
  /** Two drafts, and two that are filed. */
  readonly changeReport: string;
  readonly idleChange: string;
  readonly filedChange: string;
  readonly otherFiledChange: string;
  /** Not verified yet. */
  readonly bulkRecord: string;
}

/** Whose year it is. */
interface Reporting {
  readonly operator: Caller;
  readonly accountId: string;
  readonly center: string;
  readonly organization: string;
}

const texts = { mainWork: '开展诊断。', achievements: '服务企业。', problems: '人手不足。', nextPlan: '扩大服务。' };

export async function createCenterYear(
  platform: TestPlatform,
  tenant: TestTenant,
  reporting: Reporting,
): Promise<CenterYearIds> {
  const { operator, center: centerId } = reporting;
  const drafts = await createDrafts(platform, tenant, reporting);
  const filedReport = await openReport(operator, centerId, 2024);
  await operator.patch(`annual-reports/${filedReport}`, { version: 1, change: texts }).expect(200);
  await operator.post(`annual-reports/${filedReport}/filing`, { version: 2 }).expect(200);
  const filed = async (day: string): Promise<string> => {
    const id = await beginChange(reporting, day, [drafts.reportEvidence]);
    await operator.post(`change-reports/${id}/filing`, { version: 1 }).expect(200);
    return id;
  };
  const record = { centerId, type: 'training', servedOn: '2024-05-01', title: '待批量核实的培训' };
  return {
    ...drafts,
    filedReport,
    idleChange: await beginChange(reporting, '2026-10-02', []),
    filedChange: await filed('2026-10-03'),
    otherFiledChange: await filed('2026-10-04'),
    bulkRecord: (await operator.post('service-records', record).expect(201)).body.id,
  };
}

/** What there is of it for a center that is out of reach. */
export async function centerYearElsewhere(
  platform: TestPlatform,
  tenant: TestTenant,
  { serviceRecord, ...reporting }: Reporting & { readonly serviceRecord: string },
): Promise<Omit<CenterYearIds, 'filedReport' | 'filedChange' | 'otherFiledChange'>> {
  const drafts = await createDrafts(platform, tenant, reporting);
  return { ...drafts, idleChange: drafts.changeReport, bulkRecord: serviceRecord };
}

async function createDrafts({ owner }: TestPlatform, tenant: TestTenant, reporting: Reporting) {
  const { operator, accountId: uploadedBy, organization: organizationId, center } = reporting;
  return {
    annualReport: await openReport(operator, center, 2025),
    reportEvidence: await createEvidenceFile(owner, tenant, { uploadedBy, organizationId }),
    changeReport: await beginChange(reporting, '2026-10-01', []),
  };
}

async function openReport(operator: Caller, centerId: string, year: number): Promise<string> {
  return (await operator.post('annual-reports', { centerId, year }).expect(201)).body.id;
}

async function beginChange(
  { operator, center: centerId, organization: organizationId }: Reporting,
  effectiveOn: string,
  evidence: readonly string[],
): Promise<string> {
  const content = { organizationId, legalRepresentative: '周立' };
  const body = { centerId, kind: 'legalRepresentative', effectiveOn, description: '换届。', content, evidence };
  return (await operator.post('change-reports', body).expect(201)).body.id;
}
