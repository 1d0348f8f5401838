import { ACCOUNT_PLACES } from './places/account.places.js';
import { ADMINISTRATION_PLACES } from './places/administration.places.js';
import { APPLICATION_PLACES } from './places/application.places.js';
import { ASSESSMENT_PLACES } from './places/assessment.places.js';
import { CALENDAR_PLACES } from './places/calendar.places.js';
import { CENTER_YEAR_PLACES } from './places/center-year.places.js';
import { EVIDENCE_PLACES } from './places/evidence.places.js';
import { EXPERT_PLACES } from './places/expert.places.js';
import { MESSAGE_PLACES } from './places/message.places.js';
import { NOTICE_PLACES } from './places/notice.places.js';
import { OUTCOME_PLACES } from './places/outcome.places.js';
import { OWN_PLACES } from './places/own.places.js';
import type { Places } from './places/place.js';
import { PLATFORM_PLACES } from './places/platform.places.js';
import { RECORD_PLACES } from './places/record.places.js';
import { REGISTER_PLACES } from './places/register.places.js';
import { REVIEW_PLACES } from './places/review.places.js';
import { REVOCATION_PLACES } from './places/revocation.places.js';
import { RULE_SET_PLACES } from './places/rule-set.places.js';
import { TEMPLATE_PLACES } from './places/template.places.js';

/** Every endpoint that takes an id or reads, in the order in which the rightful callers can go through them. */
export const PLACES: Places = {
  ...REGISTER_PLACES,
  ...RECORD_PLACES,
  ...EVIDENCE_PLACES,
  ...ASSESSMENT_PLACES,
  ...EXPERT_PLACES,
  ...CENTER_YEAR_PLACES,
  ...OUTCOME_PLACES,
  ...REVOCATION_PLACES,
  ...APPLICATION_PLACES,
  ...ACCOUNT_PLACES,
  ...OWN_PLACES,
  ...ADMINISTRATION_PLACES,
  ...RULE_SET_PLACES,
  ...CALENDAR_PLACES,
  ...MESSAGE_PLACES,
  ...NOTICE_PLACES,
  ...REVIEW_PLACES,
  ...TEMPLATE_PLACES,
  ...PLATFORM_PLACES,
};
