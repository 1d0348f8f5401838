import { Foundation1764000000001 } from './1764000000001-foundation.js';
import { Records1764000000002 } from './1764000000002-records.js';
import { Outbox1764000000003 } from './1764000000003-outbox.js';
import { Documents1764000000004 } from './1764000000004-documents.js';
import { Evaluation1764000000005 } from './1764000000005-evaluation.js';
import { Identity1764000000006 } from './1764000000006-identity.js';
import { Audit1764000000007 } from './1764000000007-audit.js';
import { Tenants1764000000008 } from './1764000000008-tenants.js';
import { Erasure1764000000009 } from './1764000000009-erasure.js';
import { Assignments1764000000010 } from './1764000000010-assignments.js';
import { Course1764000000011 } from './1764000000011-course.js';
import { Evidence1764000000012 } from './1764000000012-evidence.js';
import { RuleSets1764000000013 } from './1764000000013-rule-sets.js';
import { DocumentAudience1764000000014 } from './1764000000014-document-audience.js';
import { Applications1764000000015 } from './1764000000015-applications.js';
import { Reviews1764000000016 } from './1764000000016-reviews.js';
import { Assessments1764000000017 } from './1764000000017-assessments.js';
import { Notices1764000000018 } from './1764000000018-notices.js';
import { CenterYear1764000000019 } from './1764000000019-center-year.js';
import { Outcomes1764000000020 } from './1764000000020-outcomes.js';
import { CalendarDays1764000000021 } from './1764000000021-calendar-days.js';
import { Messages1764000000022 } from './1764000000022-messages.js';
import { CaseFiles1764000000023 } from './1764000000023-case-files.js';

/** Every migration in order; a released one is never edited, the next one follows it. */
export const MIGRATIONS = [
  Foundation1764000000001,
  Records1764000000002,
  Outbox1764000000003,
  Documents1764000000004,
  Evaluation1764000000005,
  Identity1764000000006,
  Audit1764000000007,
  Tenants1764000000008,
  Erasure1764000000009,
  Assignments1764000000010,
  Course1764000000011,
  Evidence1764000000012,
  RuleSets1764000000013,
  DocumentAudience1764000000014,
  Applications1764000000015,
  Reviews1764000000016,
  Assessments1764000000017,
  Notices1764000000018,
  CenterYear1764000000019,
  Outcomes1764000000020,
  CalendarDays1764000000021,
  Messages1764000000022,
  CaseFiles1764000000023,
];
