import { Injectable } from '@nestjs/common';
import { EvidenceService } from '@shucu/evidence';
import { AppError } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Organization } from '@shucu/organizations';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import { refuseStale } from '@shucu/workflow';
import type { QueryDeepPartialEntity } from 'typeorm';
import { Application, type ApplicationMember } from '../application.entity.js';
import { APPLICATION_MACHINE, type ApplicationState } from '../application.machine.js';
import { MEMBER_NAMED, SIGN_OFF_VOID } from '../application-messages.js';
import { ApplicationsService } from '../applications.service.js';
import { hashOf } from './application-content.js';
import { APPLICATION_SUBJECT, ApplicationContentsService } from './application-contents.service.js';
import { CandidateCentersService } from './candidate-centers.service.js';
import { centerFaults, changeFaults } from './change-faults.js';
import { ConsortiumService } from './consortium.service.js';
import { changedColumns, type DossierChange, differingFields } from './dossier-change.js';

/** States in which the lead may write. */
const EDITABLE: readonly ApplicationState[] = ['draft', 'returned'];

/** Saves dossiers as they are typed. */
@Injectable()
export class DossiersService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly contents: ApplicationContentsService,
    private readonly consortium: ConsortiumService,
    private readonly centers: CandidateCentersService,
    private readonly evidence: EvidenceService,
    private readonly plugins: PluginRegistry,
    private readonly notifications: NotificationsService,
  ) {}

  /**
   * Saves what was typed, on the version that the caller saw. Throws `conflict.stale` with the fields that somebody else has changed,
   * `application.notEditable`, and `validation.failed` with every fault at its field. Voids the sign-offs of an earlier content.
   */
  async save(actor: Actor, id: string, version: number, change: DossierChange): Promise<Application> {
    await this.applications.reachable(actor, id, 'update');
    const application = await this.applications.lock(id);
    await refuseStale(APPLICATION_MACHINE, application, version, differingFields(application, change));
    refuseUneditable(application);
    const lead = await this.applications.leadOf(application);
    const columns = changedColumns(application, change);
    const plugin = this.plugins.get(application.category);
    const named = change.members ? await this.consortium.named(lead, change.members) : null;
    const faults = [
      ...centerFaults(plugin, lead, columns),
      ...changeFaults(plugin, columns.variant, change),
      ...(named?.faults ?? []),
    ];
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    const changed = Object.assign(application, columns, { version: version + 1 });
    await this.write(changed);
    if (named) await this.tellMembers(changed, lead, await this.consortium.replace(changed, named.organizationIds));
    await this.cite(actor, changed, change.evidence ?? {});
    await this.renewHash(changed);
    return changed;
  }

  /** Asks members that were just named to read and sign off (第五条). */
  async tellMembers({ id, name }: Application, lead: Organization, organizationIds: readonly string[]): Promise<void> {
    for (const organizationId of organizationIds) {
      await this.notifications.send(
        MEMBER_NAMED,
        { roles: [{ role: 'centerOperator', organizationId }] },
        {
          subject: { kind: APPLICATION_SUBJECT, id },
          key: `${id}:${organizationId}`,
          params: { name, lead: lead.name },
        },
      );
    }
  }

  /** Takes the hash of the content as it is now, and tells those whose signature it voids. */
  async renewHash(application: Application): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const { id, dossierHash: before } = application;
    application.dossierHash = hashOf(await this.contents.of(application));
    if (application.dossierHash === before) return;
    await manager.update(Application, { tenantId, id }, { dossierHash: application.dossierHash });
    for (const member of await this.applications.membersOf(application)) {
      if (member.signedHash === before) await this.tellVoid(application, member);
    }
  }

  private async write(application: Application): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const { id, name, variant, industry, route, dossier, claimed, facts, version } = application;
    const row = { name, variant, industry, route, dossier, claimed, facts, version };
    await manager.update(Application, { tenantId, id }, row as QueryDeepPartialEntity<Application>);
    await this.centers.rename(application.centerId, application);
  }

  private async cite(
    actor: Actor,
    { id, centerId, year }: Application,
    evidence: NonNullable<DossierChange['evidence']>,
  ): Promise<void> {
    for (const [place, fileIds] of Object.entries(evidence)) {
      await this.evidence.cite(
        actor,
        { subjectKind: APPLICATION_SUBJECT, subjectId: id, place, centerId, year },
        fileIds,
      );
    }
  }

  private async tellVoid({ id, name }: Application, { organizationId, signedHash }: ApplicationMember): Promise<void> {
    await this.notifications.send(
      SIGN_OFF_VOID,
      { roles: [{ role: 'centerOperator', organizationId }] },
      {
        subject: { kind: APPLICATION_SUBJECT, id },
        key: `${id}:${organizationId}:${signedHash}`,
        params: { name },
      },
    );
  }
}

/** Throws `application.notEditable` where the application is somewhere else than with its lead. */
export function refuseUneditable({ state }: Application): void {
  if (EDITABLE.includes(state)) return;
  const { title } = APPLICATION_MACHINE.states[state];
  throw new AppError('application.notEditable', { state: title['zh-CN'], stateEn: title.en });
}
