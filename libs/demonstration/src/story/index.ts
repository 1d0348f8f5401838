export { ApiClient, type ApiLogin, type ApiPlace, ApiRefusal } from './api-client.js';
export { type GansuYear, playGansuYear } from './gansu-year.js';
export type { Invitation, StoryClient, StoryExpert, StoryParty, StoryStage } from './story.types.js';
export { assess } from './story-assessment.js';
export { storyCreditCode } from './story-credit-code.js';
export { caseOf, decideAfterStatement, evaluate, openAssessments } from './story-outcome.js';
export { joinParty } from './story-people.js';
