import { Injectable } from '@nestjs/common';
import { type Application, type ApplicationState, ApplicationsService, claimableValues } from '@shucu/applications';
import type { SignedResult } from '@shucu/assessments';
import { DeadlinesService } from '@shucu/deadlines';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import type { VerifiedItem } from '../application-review.entity.js';
import { ConclusionsService } from '../formal/conclusions.service.js';
import { FormalReviewsService } from '../formal/formal-reviews.service.js';
import { statedValue } from '../preliminary/verification-faults.js';
import { reviewsOf } from '../reviews.repository.js';
import type { ComparedValue, Course, CourseReview } from './course.types.js';
import { CoursePartsService } from './course-parts.service.js';

/** States after the province has decided on the result. */
const CONCLUDED: readonly ApplicationState[] = ['proposed', 'onNotice', 'announced', 'notPassed'];

/** Shows the whole course of an application (第十条—第十二条). */
@Injectable()
export class CourseService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly parts: CoursePartsService,
    private readonly formal: FormalReviewsService,
    private readonly conclusions: ConclusionsService,
    private readonly deadlines: DeadlinesService,
    private readonly plugins: PluginRegistry,
  ) {}

  /** The applicant sees a review once its office has gone on by it, and the result once it is concluded; offices see everything. */
  async of(actor: Actor, id: string): Promise<Course> {
    const application = await this.applications.reachable(actor, id, 'follow');
    const isOffice = await this.inspects(actor, id);
    const { name, state, version, route, submissions } = application;
    const isResultShown = isOffice || CONCLUDED.includes(state);
    const result = isResultShown ? await this.conclusions.resultOf(application) : null;
    const reviews = (await reviewsOf(id)).filter(({ concludedAt }) => isOffice || concludedAt !== null);
    const shown = await this.parts.reviews(reviews);
    return {
      ...{ id, name, state, version, route, submissions },
      steps: await this.parts.steps(id, isOffice),
      reviews: shown,
      visits: await this.parts.visits(id),
      corrections: await this.parts.corrections(application),
      deadlines: await this.deadlines.of([id]),
      values: this.compared(application, shown, result),
      checklist: await this.formal.checklist(application),
      result: result && (await this.conclusions.suggestion(application, result)),
    };
  }

  private async inspects(actor: Actor, id: string): Promise<boolean> {
    try {
      await this.applications.reachable(actor, id, 'inspect');
      return true;
    } catch (error) {
      if (error instanceof AppError && (error.kind === 'notFound' || error.kind === 'forbidden')) return false;
      throw error;
    }
  }

  private compared(
    application: Application,
    reviews: readonly CourseReview[],
    result: SignedResult | null,
  ): ComparedValue[] {
    const review = reviews.find(({ kind, voidedAt }) => kind === 'preliminary' && voidedAt === null);
    const items = (review?.items ?? []) as readonly VerifiedItem[];
    return claimableValues(this.plugins.get(application.category), application.variant).map((value) => {
      const { measure, title, unit } = value;
      const item = items.find((one) => one.measure === measure);
      const confirmed = result?.confirmed[measure];
      return {
        ...{ measure, title, unit, claimed: statedValue(application, value) },
        ...{ verified: item?.verified ?? null, remark: item?.remark ?? null },
        ...{ confirmed: confirmed?.value ?? null, note: confirmed?.note ?? null },
      };
    });
  }
}
