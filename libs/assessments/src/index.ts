export {
  ASSESSMENT_PURPOSES,
  Assessment,
  type AssessmentPurpose,
  type AssessmentResult,
  type ConfirmedFigure,
  type MeasureFigures,
  type MergedCriterion,
} from './assessment.entity.js';
export { ASSESSMENT_MACHINE, type AssessmentState } from './assessment.machine.js';
export type { NewAssessment } from './assessment.repository.js';
export {
  type AnonymousScores,
  type AssessmentPage,
  type AssessmentView,
  AssessmentViewsService,
} from './assessment-views.service.js';
export { ASSESSMENT_ABILITIES } from './assessments.abilities.js';
export { ASSESSMENT_ENTITIES } from './assessments.entities.js';
export { AssessmentsModule } from './assessments.module.js';
export { AssessmentsService, type SignedResult } from './assessments.service.js';
export { EXCLUSIONS } from './drawing/draw.types.js';
export { DrawVerificationService, type VerifiedDraw } from './drawing/draw-verification.service.js';
export { type DrawOrder, DrawsService } from './drawing/draws.service.js';
export { DRAW_PURPOSES, type ExpertDraw } from './drawing/expert-draw.entity.js';
export type { AssessmentFinding } from './group/assessment-finding.entity.js';
export { ContributionsService } from './group/contributions.service.js';
export { DeclarationsService } from './group/declarations.service.js';
export { ExpertAssignment } from './group/expert-assignment.entity.js';
export {
  type ExpertAssignmentPage,
  ExpertAssignmentsService,
  type InvitedAssignment,
  type NewExpertAssignment,
} from './group/expert-assignments.service.js';
export type { ExpertProfile } from './group/expert-profile.entity.js';
export { ExpertProfilesService } from './group/expert-profiles.service.js';
export type { GroupMember } from './group/group.repository.js';
export { LeadershipService } from './group/leadership.service.js';
export { joinOpinions, mergeScores, spreadOf } from './merging/merge-scores.js';
export type { MergedOpinions } from './merging/merged-opinions.js';
export { SCORE_SHEET_MACHINE, type ScoreSheetState } from './score-sheet.machine.js';
export { ExpertScore } from './sheets/expert-score.entity.js';
export type { NamedScore } from './sheets/named-scores.repository.js';
export { ScoreSheet } from './sheets/score-sheet.entity.js';
export {
  type AskedCriterion,
  type ExpertScoreInput,
  type FilledSheet,
  ScoreSheetsService,
} from './sheets/score-sheets.service.js';
