import { Injectable } from '@nestjs/common';
import { AppError, type FieldFault, newId } from '@shucu/kernel';
import { Organization } from '@shucu/organizations';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { Not } from 'typeorm';
import { Application, type Route } from '../application.entity.js';
import { APPLICATION_MACHINE, type ApplicationState } from '../application.machine.js';
import { BansService } from '../ban/bans.service.js';
import type { Round } from '../rounds/round.entity.js';
import { RoundClosingService } from '../rounds/round-closing.service.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { contentOf, hashOf } from './application-content.js';
import { CandidateCentersService } from './candidate-centers.service.js';
import { centerFaults } from './change-faults.js';
import { ConsortiumService } from './consortium.service.js';
import { DossiersService } from './dossiers.service.js';

/** What an application begins with. */
export interface NewApplication {
  readonly roundId: string;
  readonly leadOrganizationId: string;
  readonly name: string;
  readonly category: string;
  readonly variant: string | null;
  readonly industry: string | null;
  readonly route: Route;
  /** Credit codes of the consortium's members. */
  readonly members: readonly string[];
}

/** Begins applications (第九条、第十条). */
@Injectable()
export class DraftsService {
  constructor(
    private readonly rounds: RoundsService,
    private readonly closing: RoundClosingService,
    private readonly plugins: PluginRegistry,
    private readonly bans: BansService,
    private readonly consortium: ConsortiumService,
    private readonly centers: CandidateCentersService,
    private readonly dossiers: DossiersService,
    private readonly workflow: WorkflowService,
  ) {}

  /**
   * Begins the application of one's own organization in an open round, with its candidate center. Throws `round.notOpen`,
   * `application.leadBanned` (第十七条), `application.exists`, and `validation.failed` with every fault at its field.
   */
  async create(actor: Actor, input: NewApplication): Promise<Application> {
    const lead = await this.ownLead(actor, input.leadOrganizationId);
    const round = await this.rounds.open(input.roundId, '申报');
    await this.bans.refuse(lead);
    await refuseSecond(round, lead);
    const plugin = this.plugins.get(input.category);
    const { organizationIds, faults } = await this.consortium.named(lead, input.members);
    const found = [...centerFaults(plugin, lead, input), ...faults];
    if (found.length > 0) throw new AppError('validation.failed', { count: found.length }, found);
    const application = await this.insert(actor, { input, lead, round, plugin });
    const added = await this.consortium.replace(application, organizationIds);
    await this.dossiers.tellMembers(application, lead, added);
    await this.dossiers.renewHash(application);
    await this.closing.set(application, round);
    return TenantContext.manager.findOneByOrFail(Application, { tenantId: application.tenantId, id: application.id });
  }

  /** The organization that the caller fills in for, under a lock: it begins one application at a time. */
  private async ownLead(actor: Actor, id: string): Promise<Organization> {
    const own = conditionsOf(actor, 'create', 'Application').map(({ leadOrganizationId }) => leadOrganizationId);
    const { manager, tenantId } = TenantContext;
    const lead = own.includes(id)
      ? await manager.findOne(Organization, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!lead) throw new AppError('validation.failed', { count: 1 }, [foreignLead()]);
    return lead;
  }

  private async insert(
    actor: Actor,
    of: { input: NewApplication; lead: Organization; round: Round; plugin: CategoryPlugin },
  ): Promise<Application> {
    const { input, lead, round, plugin } = of;
    const { manager, tenantId } = TenantContext;
    const { name, category, variant, industry, route } = input;
    const traits = { name, category, variant, industry, regionId: lead.regionId, leadOrganizationId: lead.id };
    const centerId = await this.centers.take(traits, actor.accountId);
    const application = manager.create(Application, {
      ...{ ...traits, route, centerId, tenantId, id: newId(), version: 1, state: 'draft' },
      ...{ roundId: round.id, year: round.year, ruleSetId: round.ruleSetId, pluginVersion: plugin.version },
      ...{ dossier: {}, claimed: {}, facts: {}, submissions: 0, createdBy: actor.accountId },
    });
    application.dossierHash = hashOf(contentOf(application, [], {}));
    await manager.insert(Application, application as object);
    await this.workflow.begin(APPLICATION_MACHINE, { id: application.id, actor, state: 'draft' });
    return application;
  }
}

/** A lead has one application a round, unless it withdrew it. */
async function refuseSecond(round: Round, lead: Organization): Promise<void> {
  const { manager, tenantId } = TenantContext;
  const found = await manager.findOneBy(Application, {
    ...{ tenantId, roundId: round.id, leadOrganizationId: lead.id },
    state: Not<ApplicationState>('withdrawn'),
  });
  if (found) throw new AppError('application.exists', { name: found.name });
}

const foreignLead = (): FieldFault => ({
  field: 'leadOrganizationId',
  rule: 'exists',
  message: '只能以本单位名义牵头申报',
  en: 'One can apply for an organization of one’s own only',
});
