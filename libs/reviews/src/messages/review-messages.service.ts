import { Injectable } from '@nestjs/common';
import { APPLICATION_SUBJECT, type Application, ApplicationsService, holdersOf } from '@shucu/applications';
import type { IsoDate } from '@shucu/kernel';
import { type NotificationDefinition, NotificationsService, type RoleHolders } from '@shucu/notifications';
import { OrganizationsService } from '@shucu/organizations';
import type { Correction } from '../corrections/correction.entity.js';
import type { Suggestion } from '../formal/suggestion.js';
import type { Voiding } from '../reviews.repository.js';
import {
  APPLICATION_ACCEPTED,
  APPLICATION_NOT_PASSED,
  APPLICATION_PASSED,
  APPLICATION_RECOMMENDED,
  APPLICATION_REJECTED,
  APPLICATION_RETURNED,
  APPROVALS_VOID,
  RECOMMENDATION_GIVEN,
} from './review-messages.js';

const OUTCOMES = { proposed: APPLICATION_PASSED, notPassed: APPLICATION_NOT_PASSED } as const;

/** Tells people of what became of an application; once each for a submission. */
@Injectable()
export class ReviewMessagesService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly organizations: OrganizationsService,
    private readonly notifications: NotificationsService,
  ) {}

  async returned(application: Application, { dueOn }: Correction, count: number): Promise<void> {
    const applicant = this.applications.leadHolders(application);
    await this.send(APPLICATION_RETURNED, application, applicant, { dueOn, count });
  }

  async recommended(application: Application, dueOn: IsoDate): Promise<void> {
    const { bureau } = await this.organizations.region(application.regionId);
    const lead = (await this.applications.leadOf(application)).name;
    const applicant = this.applications.leadHolders(application);
    await this.send(APPLICATION_RECOMMENDED, application, holdersOf(application, 'formalReview'), {
      bureau,
      lead,
      dueOn,
    });
    await this.send(RECOMMENDATION_GIVEN, application, applicant, { bureau });
  }

  async accepted(application: Application): Promise<void> {
    await this.send(APPLICATION_ACCEPTED, application, this.applications.leadHolders(application), {});
  }

  async rejected(application: Application, reason: string): Promise<void> {
    await this.send(APPLICATION_REJECTED, application, this.applicantAndBureau(application), { reason });
  }

  async concluded(
    application: Application,
    to: keyof typeof OUTCOMES,
    { total }: Pick<Suggestion, 'total'>,
    reason: string,
  ): Promise<void> {
    await this.send(OUTCOMES[to], application, this.applicantAndBureau(application), { total: total ?? '—', reason });
  }

  async approvalsVoid(application: Application, { submission, reason }: Voiding): Promise<void> {
    const offices = [...holdersOf(application, 'submitted'), ...holdersOf(application, 'formalReview')];
    await this.send(APPROVALS_VOID, application, offices, { submission, reason });
  }

  private applicantAndBureau(application: Application): RoleHolders[] {
    return [...this.applications.leadHolders(application), ...holdersOf(application, 'submitted')];
  }

  private async send(
    definition: NotificationDefinition,
    { id, name, submissions }: Application,
    roles: readonly RoleHolders[],
    params: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    await this.notifications.send(
      definition,
      { roles },
      { subject: { kind: APPLICATION_SUBJECT, id }, key: `${id}:${submissions}`, params: { name, ...params } },
    );
  }
}
