import { RENDER_DOCUMENT } from '@shucu/documents';
import { CHECK_FILES } from '@shucu/evidence';
import { SEND_EMAIL } from '@shucu/notifications';
import { COMPUTE_RATINGS, ISSUE_RATING_REPORTS, PREVIEW_RULE_SET, TELL_PUBLICATION } from '@shucu/ratings';
import { ERASE_TENANT, EXPORT_TENANT } from '@shucu/tenants';

/** Every job type of the platform; the worker refuses to start when one has no handler, or two. */
export const JOBS = [
  COMPUTE_RATINGS,
  ISSUE_RATING_REPORTS,
  PREVIEW_RULE_SET,
  TELL_PUBLICATION,
  RENDER_DOCUMENT,
  EXPORT_TENANT,
  ERASE_TENANT,
  SEND_EMAIL,
  CHECK_FILES,
];
