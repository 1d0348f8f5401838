import { Injectable } from '@nestjs/common';
import type { FieldFault } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import type { Application } from './application.entity.js';
import type { ApplicationState } from './application.machine.js';
import type { ApplicationSubmission } from './submission/application-submission.entity.js';
import type { ReturnTarget } from './submission/return-target.js';

/** A submission that has just been made, in its transaction. */
export interface SubmissionMade {
  readonly actor: Actor;
  /** As it is after the step. */
  readonly application: Application;
  readonly submission: ApplicationSubmission;
  /** The one before, where it was returned. */
  readonly earlier: ApplicationSubmission | null;
  readonly to: ApplicationState;
}

/** What a feature that stands on applications has to say to their submission and withdrawal. */
export interface ApplicationHook {
  /** What keeps it from being submitted, e.g. remarks that nobody has answered. */
  readonly submissionFaults?: (application: Application) => Promise<readonly FieldFault[]>;
  /** Whether a returned application has to go further back than to the stage that returned it, e.g. as a verified figure changed. */
  readonly resubmissionTarget?: (application: Application, target: ReturnTarget) => Promise<ReturnTarget>;
  /** What else happens with a submission, in its transaction, e.g. that approvals it touches become void. */
  readonly submitted?: (made: SubmissionMade) => Promise<void>;
  /** What else happens with a withdrawal, in its transaction, e.g. that an assessment ends. */
  readonly withdrawn?: (actor: Actor, application: Application, reason: string) => Promise<void>;
}

/** The hooks of the features that are built on applications; each registers when its module starts. */
@Injectable()
export class ApplicationHooks {
  private readonly hooks: ApplicationHook[] = [];

  register(hook: ApplicationHook): void {
    this.hooks.push(hook);
  }

  async submissionFaults(application: Application): Promise<FieldFault[]> {
    const faults: FieldFault[] = [];
    for (const hook of this.hooks) faults.push(...((await hook.submissionFaults?.(application)) ?? []));
    return faults;
  }

  /** Where a returned application goes once it is submitted again, at most as far as the stage that returned it. */
  async resubmissionTarget(application: Application, returnedBy: ReturnTarget): Promise<ReturnTarget> {
    let target = returnedBy;
    for (const hook of this.hooks) target = (await hook.resubmissionTarget?.(application, target)) ?? target;
    return target;
  }

  async submitted(made: SubmissionMade): Promise<void> {
    for (const hook of this.hooks) await hook.submitted?.(made);
  }

  async withdrawn(actor: Actor, application: Application, reason: string): Promise<void> {
    for (const hook of this.hooks) await hook.withdrawn?.(actor, application, reason);
  }
}
