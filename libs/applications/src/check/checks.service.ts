import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '@shucu/organizations';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import type { Application } from '../application.entity.js';
import { ApplicationHooks } from '../application-hooks.js';
import { ApplicationsService } from '../applications.service.js';
import { ExclusionsService, exclusionFault } from '../article-eight/exclusions.service.js';
import { BansService, bannedError } from '../ban/bans.service.js';
import { ApplicationContentsService } from '../dossier/application-contents.service.js';
import { centerFaults } from '../dossier/change-faults.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { type AttainmentResult, AttainmentService } from './attainment.service.js';
import type { CheckFault } from './check.types.js';
import { completenessFaults, evidenceHints } from './completeness.js';

/** How an application stands before it is submitted. */
export interface ApplicationCheck {
  /** Nothing keeps it from being submitted, but for its version and the caller's right. */
  readonly ready: boolean;
  readonly faults: readonly CheckFault[];
  /** What a person should look at; keeps nobody from submitting. */
  readonly hints: readonly CheckFault[];
  readonly attainment: AttainmentResult;
}

/** Checks applications live, by the same rules as at submission. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly contents: ApplicationContentsService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly bans: BansService,
    private readonly exclusions: ExclusionsService,
    private readonly rounds: RoundsService,
    private readonly attainment: AttainmentService,
    private readonly hooks: ApplicationHooks,
  ) {}

  /** Every fault with where it is and what would be right, and what the stated figures attain. */
  async check(actor: Actor, id: string): Promise<ApplicationCheck> {
    const application = await this.applications.get(actor, id);
    const plugin = this.plugins.get(application.category);
    const content = await this.contents.of(application);
    const faults = [
      ...(await this.roundFaults(actor, application)),
      ...(await this.banFaults(application)),
      ...(await this.exclusionFaults(application)),
      ...(await this.faultsOf(application)),
    ];
    return {
      ready: faults.length === 0,
      faults,
      hints: evidenceHints(plugin, content),
      attainment: await this.attainment.of(application),
    };
  }

  /** What of the dossier, its consortium and its answered remarks keeps it from being submitted. */
  async faultsOf(application: Application): Promise<CheckFault[]> {
    const plugin = this.plugins.get(application.category);
    const lead = await this.applications.leadOf(application);
    const content = await this.contents.of(application);
    const others = [...centerFaults(plugin, lead, application), ...(await this.hooks.submissionFaults(application))];
    return [
      ...others.map((fault) => ({ ...fault, en: fault.en ?? fault.message, article: null })),
      ...completenessFaults(plugin, content),
      ...(await this.signOffFaults(application)),
    ];
  }

  private async signOffFaults(application: Application): Promise<CheckFault[]> {
    const members = await this.applications.membersOf(application);
    const open = members.filter(({ signedHash }) => signedHash !== application.dossierHash);
    const names = new Map(
      (await this.organizations.byIds(open.map(({ organizationId }) => organizationId))).map(({ id, name }) => [
        id,
        name,
      ]),
    );
    return open.map(({ organizationId, signedHash }) => {
      const name = names.get(organizationId) ?? organizationId;
      const isVoid = signedHash !== null;
      return {
        field: `members.${organizationId}`,
        rule: isVoid ? 'signOffVoid' : 'signOff',
        message: `“${name}”${isVoid ? '的确认因材料修改已失效，须重新确认' : '尚未确认申报材料'}（第五条）`,
        en: `"${name}" ${isVoid ? 'has to sign off again, as the content was changed' : 'has not signed off yet'} (article 5)`,
        article: '第五条',
      };
    });
  }

  private async banFaults(application: Application): Promise<CheckFault[]> {
    const ban = await this.bans.find(await this.applications.leadOf(application));
    if (!ban) return [];
    const error = bannedError(ban);
    const fault = { field: 'leadOrganizationId', rule: 'banned', article: '第十七条' };
    return [{ ...fault, message: error.sentence('zh'), en: error.sentence('en') }];
  }

  private async exclusionFaults(application: Application): Promise<CheckFault[]> {
    const open = (await this.exclusions.of(application)).filter(({ overridden }) => !overridden);
    return open.map(exclusionFault);
  }

  private async roundFaults(actor: Actor, { roundId, state }: Application): Promise<CheckFault[]> {
    const { state: standing, opensOn, closesOn } = await this.rounds.get(actor, roundId);
    if (standing === 'open' || state !== 'draft') return [];
    const message = `申报期为 ${opensOn} 至 ${closesOn}，现在不能提交（第九条）`;
    const en = `The round takes applications from ${opensOn} through ${closesOn} (article 9)`;
    return [{ field: 'roundId', rule: 'round', message, en, article: '第九条' }];
  }
}
