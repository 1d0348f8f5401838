export { ASSESSMENT_ABILITIES } from './assessments.abilities.js';
export { AssessmentsModule } from './assessments.module.js';
export { AssessmentsService, type ExpertScoreInput } from './assessments.service.js';
export { ExpertScore } from './expert-score.entity.js';
export type { MergedOpinions } from './merged-opinions.js';
