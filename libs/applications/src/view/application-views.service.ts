import { Injectable } from '@nestjs/common';
import { EvidenceSubject } from '@shucu/evidence';
import { AppError } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { type CaseStep, WorkflowService } from '@shucu/workflow';
import type { Application, ApplicationMember } from '../application.entity.js';
import { APPLICATION_MACHINE } from '../application.machine.js';
import { ApplicationsService } from '../applications.service.js';
import type { ApplicationOverride } from '../article-eight/application-override.entity.js';
import { ExclusionsService } from '../article-eight/exclusions.service.js';
import type { ApplicationContent } from '../dossier/application-content.js';
import { APPLICATION_SUBJECT, ApplicationContentsService } from '../dossier/application-contents.service.js';
import { type DossierForm, dossierForm } from '../dossier/dossier-form.js';
import { fieldTitle } from '../dossier/field-titles.js';
import type { ApplicationSubmission } from '../submission/application-submission.entity.js';
import { SubmissionsService } from '../submission/submissions.service.js';
import { type ContentDifference, contentDifferences } from './content-differences.js';
import { maskedDossier } from './masked-content.js';

/** What everybody who reads an application may know of its course: its steps, sign-offs and exceptions. */
const OPEN_STEPS: ReadonlySet<string> = new Set([
  ...Object.keys(APPLICATION_MACHINE.transitions),
  'begin',
  'signOff',
  'override',
]);

/** Whether a member stands behind the content as it is now; a void sign-off is of an earlier one. */
export type SignOffState = 'missing' | 'signed' | 'void';

interface Named {
  readonly name: string;
  readonly creditCode: string;
}

export interface MemberView extends Named, Pick<ApplicationMember, 'organizationId' | 'signedBy' | 'signedAt'> {
  readonly signOff: SignOffState;
}

/** An application with all that belongs to it. */
export interface ApplicationView extends Application {
  readonly lead: Named;
  readonly members: readonly MemberView[];
  readonly overrides: readonly ApplicationOverride[];
  readonly evidence: ApplicationContent['evidence'];
}

/** A difference with what the field is called. */
export interface TitledDifference extends ContentDifference {
  readonly title: string;
  readonly titleEn: string;
}

/** Shows applications, each reader what concerns them. */
@Injectable()
export class ApplicationViewsService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly organizations: OrganizationsService,
    private readonly contents: ApplicationContentsService,
    private readonly exclusions: ExclusionsService,
    private readonly submissions: SubmissionsService,
    private readonly plugins: PluginRegistry,
    private readonly workflow: WorkflowService,
  ) {}

  /** The application with its organizations, sign-offs, exceptions and evidence. */
  async view(actor: Actor, id: string): Promise<ApplicationView> {
    const application = await this.applications.get(actor, id);
    const { name, creditCode } = await this.applications.leadOf(application);
    return {
      ...application,
      dossier: maskedDossier(actor.ability, application.dossier),
      lead: { name, creditCode },
      members: await this.membersOf(application),
      overrides: await this.exclusions.overridesOf(application),
      evidence: await this.contents.evidenceOf(application),
    };
  }

  /** What there is to fill in for the category and variant of the application. */
  async form(actor: Actor, id: string): Promise<DossierForm> {
    const { category, variant } = await this.applications.get(actor, id);
    return dossierForm(this.plugins.get(category), variant);
  }

  /** Every step of the application, the first first; what the offices note among themselves to those alone who may inspect it. */
  async steps(actor: Actor, id: string): Promise<CaseStep[]> {
    await this.applications.get(actor, id);
    const steps = await this.workflow.steps([id]);
    if (actor.ability.can('inspect', 'Application')) return steps;
    return steps.filter(({ transition }) => OPEN_STEPS.has(transition));
  }

  /** A submission as it was. */
  async submission(actor: Actor, id: string, number: number): Promise<ApplicationSubmission> {
    const submission = await this.submissions.numbered(actor, id, number);
    return { ...submission, content: masked(actor, submission.content) };
  }

  /** What differs between a submission and another one, or the application as it is now. */
  async differences(actor: Actor, id: string, number: number, against: number | 'now'): Promise<TitledDifference[]> {
    const application = await this.applications.get(actor, id);
    const before = (await this.submissions.numbered(actor, id, number)).content;
    const after =
      against === 'now'
        ? await this.contents.of(application)
        : (await this.submissions.numbered(actor, id, against)).content;
    const members = await this.organizations.byIds([...before.memberIds, ...after.memberIds]);
    const nameOf = (memberId: string): string => members.find((member) => member.id === memberId)?.name ?? memberId;
    const plugin = this.plugins.get(application.category);
    return contentDifferences(masked(actor, before), masked(actor, after), nameOf).map((difference) => {
      const { zh: title, en: titleEn } = fieldTitle(plugin, application.variant, difference.field);
      return { ...difference, title, titleEn };
    });
  }

  /** Whoever may read an application may have the files that it cites. */
  @EvidenceSubject(APPLICATION_SUBJECT)
  async mayRead(actor: Actor, id: string): Promise<boolean> {
    try {
      await this.applications.get(actor, id);
      return true;
    } catch (error) {
      if (error instanceof AppError && ['resource.notFound', 'auth.forbidden'].includes(error.code)) return false;
      throw error;
    }
  }

  private async membersOf(application: Application): Promise<MemberView[]> {
    const members = await this.applications.membersOf(application);
    const organizations = await this.organizations.byIds(members.map(({ organizationId }) => organizationId));
    return members.flatMap(({ organizationId, signedBy, signedAt, signedHash }) => {
      const organization = organizations.find(({ id }) => id === organizationId);
      if (!organization) return [];
      const { name, creditCode } = organization;
      const signOff = signOffState(signedHash, application.dossierHash);
      return [{ organizationId, name, creditCode, signedBy, signedAt, signOff }];
    });
  }
}

function signOffState(signedHash: string | null, dossierHash: string): SignOffState {
  if (signedHash === null) return 'missing';
  return signedHash === dossierHash ? 'signed' : 'void';
}

function masked({ ability }: Actor, content: ApplicationContent): ApplicationContent {
  return { ...content, dossier: maskedDossier(ability, content.dossier) };
}
