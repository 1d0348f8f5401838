import { insertRows } from '@shucu/database';
import { newId, sha256, statutoryDateOf } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { createApplicant } from '../../factories/applicant.factory.js';
import type { TestTenant } from '../../factories/tenant.factory.js';
import { fillDossier } from '../../harness/application-steps.js';
import { type Caller, callerOf } from '../../harness/caller.js';
import type { TestPlatform } from '../../harness/platform.js';

/** A round and applications in it. */
export interface ApplicationIds {
  /** Of this year, open. */
  readonly round: string;
  /** Of the tenant's operator, whole, waiting for an exception from 第八条. */
  readonly application: string;
  /** Of another lead, with the tenant's operator as a member. */
  readonly jointApplication: string;
  /** No id: the hash of what the member is to sign off there. */
  readonly jointContent: string;
}

/** Calls the round of this year, and begins both applications. */
export async function createApplications(platform: TestPlatform, tenant: TestTenant): Promise<ApplicationIds> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const operator = callerOf(platform, tenant.tokens.centerOperator);
  const today = statutoryDateOf(new Date());
  const year = Number(today.slice(0, 4));
  const call = {
    year,
    title: `${year}年度申报`,
    notice: '按通知办理。',
    opensOn: today,
    closesOn: `${year + 1}-06-30`,
  };
  const { id: round } = (await officer.post('rounds', call).expect(201)).body;
  const begin = async (caller: Caller, leadOrganizationId: string, more: object): Promise<string> => {
    const draft = { roundId: round, leadOrganizationId, category: 'comprehensive', ...more };
    return (await caller.post('applications', draft).expect(201)).body.id;
  };
  const application = await begin(operator, tenant.organizationId, { name: '再建数促中心' });
  await fillDossier(operator, application);
  const lead = await createApplicant(platform.owner, tenant);
  const { lead: own } = (await operator.get(`applications/${application}`).expect(200)).body;
  const joint = { name: '联合数促中心', members: [own.creditCode] };
  const jointApplication = await begin(callerOf(platform, lead.token), lead.organizationId, joint);
  const { body } = await operator.get(`applications/${jointApplication}`).expect(200);
  await freeze(platform, tenant, jointApplication);
  return { round, application, jointApplication, jointContent: body.dossierHash };
}

/** An application that is out of reach of whoever is bound to a region, an organization or an assignment. */
export type ApplicationElsewhere = Pick<ApplicationIds, 'application' | 'jointApplication'>;

/** Begins it in the same round, by an organization of the region of the given one. */
export async function applicationElsewhere(
  platform: TestPlatform,
  tenant: TestTenant,
  { organizationId, roundId }: { readonly organizationId: string; readonly roundId: string },
): Promise<ApplicationElsewhere> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const { regionId } = (await officer.get(`organizations/${organizationId}`).expect(200)).body;
  const lead = await createApplicant(platform.owner, { ...tenant, regionId });
  const draft = { roundId, leadOrganizationId: lead.organizationId, name: '外地数促中心', category: 'comprehensive' };
  const { body } = await callerOf(platform, lead.token).post('applications', draft).expect(201);
  await freeze(platform, tenant, body.id);
  return { application: body.id, jointApplication: body.id };
}

/** As if it had been submitted once, so that there is something to read. Runs as the owner. */
async function freeze({ owner }: TestPlatform, tenant: TestTenant, applicationId: string): Promise<void> {
  const content = { dossier: {}, claimed: {}, facts: {}, memberIds: [], evidence: {}, route: 'local' };
  const named = { name: '联合数促中心', category: 'comprehensive', variant: null, industry: null };
  const stamp = { submitted_by: tenant.accounts.centerOperator, submitted_at: new Date() };
  await tenantTransaction(owner, tenant.id, (manager) =>
    insertRows(manager, 'application_submission', [
      {
        ...{ ...stamp, tenant_id: tenant.id, id: newId(), application_id: applicationId, number: 1 },
        ...{ content: { ...named, ...content }, content_hash: sha256(applicationId) },
      },
    ]),
  );
}
