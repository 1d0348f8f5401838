import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, type Application, type ApplicationState, ApplicationsService } from '@shucu/applications';
import { refuseOwnCenters } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { refuseStale } from '@shucu/workflow';
import type { ReviewKind } from './application-review.entity.js';
import { validReviews } from './reviews.repository.js';

/** What an office does with an application. */
export type OfficeAction = 'review' | 'return' | 'recommend' | 'reject' | 'accept' | 'conclude';

/** What only the office can do with which an application is at a stage: the bureau first, then the province. */
const OFFICE: Readonly<Partial<Record<ApplicationState, OfficeAction>>> = {
  submitted: 'recommend',
  formalReview: 'accept',
  assessment: 'accept',
  proposed: 'accept',
};

/** Lets the right office to the right application at the right moment. */
@Injectable()
export class StageGuard {
  constructor(private readonly applications: ApplicationsService) {}

  /**
   * The application, locked until the transaction ends, for an act of the office that it is with. Throws `resource.notFound` out of
   * the actor's reach, `conflict.stale` with what others did meanwhile, `auth.forbidden` where another office has it, and
   * `decision.ownOrganization`.
   */
  async enter(actor: Actor, id: string, action: OfficeAction, version: number): Promise<Application> {
    await this.applications.reachable(actor, id, action);
    const application = await this.applications.lock(id);
    await refuseStale(APPLICATION_MACHINE, application, version);
    const office = OFFICE[application.state];
    if (office) await this.applications.reachable(actor, id, office);
    await refuseOwnCenters(actor, [application.centerId]);
    return application;
  }

  /** Whoever reviewed or recommended an application for its bureau does not go on with it for the province. */
  async refuseRecommender({ accountId }: Pick<Actor, 'accountId'>, { id, route }: Application): Promise<void> {
    const earlier: readonly ReviewKind[] = route === 'direct' ? ['recommendation'] : ['preliminary', 'recommendation'];
    const reviews = await validReviews(id);
    const isOwn = reviews.some(({ kind, writtenBy }) => earlier.includes(kind) && writtenBy === accountId);
    if (isOwn) throw new AppError('review.ownRecommendation');
  }
}

/** Throws `review.notAtStage` where the application is in another state than the act needs. */
export function refuseOtherState({ state }: Application, needed: readonly ApplicationState[], act: string): void {
  if (needed.includes(state)) return;
  const { title } = APPLICATION_MACHINE.states[state];
  throw new AppError('review.notAtStage', { state: title['zh-CN'], stateEn: title.en, act });
}

/** Where the first look at an application is had: with the bureau, or with the province by the direct route (第十条). */
export function firstStageOf({ route }: Application): readonly ApplicationState[] {
  return route === 'direct' ? ['formalReview'] : ['submitted'];
}
