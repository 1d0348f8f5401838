import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, type Application, fieldTitle } from '@shucu/applications';
import { EvidenceService } from '@shucu/evidence';
import { PluginRegistry } from '@shucu/plugin-host';
import { type TransitionDefinition, WorkflowService } from '@shucu/workflow';
import type { ApplicationReview } from '../application-review.entity.js';
import { correctionsOf } from '../corrections/corrections.repository.js';
import { VISIT_SUBJECT } from '../preliminary/site-visits.service.js';
import { namesOfAccounts, visitsOf } from '../reviews.repository.js';
import type { CourseCorrection, CourseReview, CourseStep, CourseVisit } from './course.types.js';

/** What happens without moving an application. */
const EVENT_TITLES: Readonly<Record<string, string>> = {
  begin: '开始填报',
  signOff: '成员单位确认',
  override: '书面同意例外',
  preliminaryReview: '办理初审',
  siteVisit: '现场查看',
  formalReview: '进行形式审查',
  answerRemarks: '答复补正意见',
  escalated: '初审超期',
};

/** Of the offices alone, as long as nothing comes of it. */
const INTERNAL = ['preliminaryReview', 'formalReview', 'escalated'];

/** The parts of a course, with the names of who did what. */
@Injectable()
export class CoursePartsService {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly evidence: EvidenceService,
    private readonly plugins: PluginRegistry,
  ) {}

  /** Steps of the application itself, not those of its experts. */
  async steps(id: string, isOffice: boolean): Promise<CourseStep[]> {
    const all = await this.workflow.steps([id]);
    const steps = all.filter(
      ({ machine, transition }) => machine === APPLICATION_MACHINE.id && (isOffice || !INTERNAL.includes(transition)),
    );
    const names = await namesOfAccounts(steps.map(({ actorId }) => actorId));
    return steps.map(({ actorId, transition, fromState, toState, reason, article, takenAt, ...step }) => ({
      ...{ id: step.id, transition, title: titleOf(transition), fromState, toState, reason, article, takenAt },
      by: nameIn(names, actorId),
    }));
  }

  async reviews(reviews: readonly ApplicationReview[]): Promise<CourseReview[]> {
    const names = await namesOfAccounts(reviews.map(({ writtenBy }) => writtenBy));
    return reviews.map((review) => ({ ...review, by: nameIn(names, review.writtenBy) }));
  }

  async visits(id: string): Promise<CourseVisit[]> {
    const visits = await visitsOf(id);
    const names = await namesOfAccounts(visits.map(({ recordedBy }) => recordedBy));
    const ids = visits.map((visit) => visit.id);
    const photos = await this.evidence.of(VISIT_SUBJECT, ids);
    return visits.map((visit) => ({
      ...visit,
      by: nameIn(names, visit.recordedBy),
      photos: photos.filter(({ subjectId }) => subjectId === visit.id),
    }));
  }

  async corrections({ id, category, variant }: Application): Promise<CourseCorrection[]> {
    const corrections = await correctionsOf(id);
    const people = corrections.flatMap(({ returnedBy, remarks }) => [
      returnedBy,
      ...remarks.map(({ answeredBy }) => answeredBy),
    ]);
    const names = await namesOfAccounts(people);
    const plugin = this.plugins.get(category);
    return corrections.map((correction) => ({
      ...correction,
      by: nameIn(names, correction.returnedBy),
      remarks: correction.remarks.map((remark) => {
        const { zh: title, en: titleEn } = fieldTitle(plugin, variant, remark.place);
        return { ...remark, title, titleEn, answeredBy: nameIn(names, remark.answeredBy) };
      }),
    }));
  }
}

function nameIn(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

function titleOf(transition: string): string {
  const transitions: Readonly<Record<string, TransitionDefinition>> = APPLICATION_MACHINE.transitions;
  return transitions[transition]?.title['zh-CN'] ?? EVENT_TITLES[transition] ?? transition;
}
