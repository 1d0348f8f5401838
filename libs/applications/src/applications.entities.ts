import { Application, ApplicationMember } from './application.entity.js';
import { ApplicationOverride } from './article-eight/application-override.entity.js';
import { Round } from './rounds/round.entity.js';
import { ApplicationSubmission } from './submission/application-submission.entity.js';

/** The tables of applications. */
export const APPLICATION_ENTITIES: (new () => object)[] = [
  Round,
  Application,
  ApplicationMember,
  ApplicationSubmission,
  ApplicationOverride,
];
