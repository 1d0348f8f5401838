import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, ApplicationsService, holdersOf } from '@shucu/applications';
import { type Deadline, OnDeadline } from '@shucu/deadlines';
import { NotificationsService } from '@shucu/notifications';
import { WorkflowService } from '@shucu/workflow';
import { REVIEW_OVERDUE } from './messages/review-messages.js';

/** Tells the province of a bureau that sits on an application beyond the limit of the rule set. */
@Injectable()
export class EscalationWorker {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
  ) {}

  /** Once for each limit: the deadline passes once. Recorded with the case, which stays with the bureau. */
  @OnDeadline('application.preliminaryReview')
  async escalate({ id, subjectId, dueOn, arithmetic }: Deadline): Promise<void> {
    const application = await this.applications.byId(subjectId);
    if (application.state !== 'submitted') return;
    const lead = await this.applications.leadOf(application);
    const { state, version } = application;
    await this.workflow.note(APPLICATION_MACHINE, {
      ...{ id: subjectId, event: 'escalated', state, version, article: '第十一条', reason: arithmetic },
      details: { deadlineId: id, dueOn },
    });
    await this.notifications.send(
      REVIEW_OVERDUE,
      { roles: [...holdersOf(application, 'submitted'), ...holdersOf(application, 'formalReview')] },
      {
        subject: { kind: 'application', id: subjectId },
        key: id,
        params: { name: application.name, lead: lead.name, dueOn },
      },
    );
  }
}
