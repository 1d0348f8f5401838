export { ASSESSMENT_ABILITIES } from './assessments.abilities.js';
export { AssessmentsModule } from './assessments.module.js';
export { AssessmentsService, type ExpertScoreInput } from './assessments.service.js';
export { ExpertAssignment } from './expert-assignment.entity.js';
export {
  type ExpertAssignmentPage,
  ExpertAssignmentsService,
  type NewExpertAssignment,
} from './expert-assignments.service.js';
export { ExpertScore } from './expert-score.entity.js';
export type { MergedOpinions } from './merged-opinions.js';
