import { ROLES, type Role } from '@shucu/permissions';

/** Who may call an endpoint at all; which rows they reach is another question. */
export type Column = Role;

export const COLUMNS: readonly Column[] = ROLES;

const [administrator, officer, city, operator, expert, auditor, platform] = ROLES;
const province: readonly Column[] = [administrator, officer, auditor];
const people: readonly Column[] = [...province, city, operator, expert];

const of = (columns: readonly Column[], ...endpoints: string[]): [string, readonly Column[]][] =>
  endpoints.map((endpoint) => [endpoint, columns]);

/** The table of domain §4, endpoint by endpoint; `open` is for everybody, the public of the table included. */
export const TABLE: ReadonlyMap<string, readonly Column[] | 'open'> = new Map<string, readonly Column[] | 'open'>([
  ...[
    'GET /health/live',
    'GET /health/ready',
    'GET /tenants/{code}',
    'POST /tenants/{code}/sign-in',
    'POST /session/switch',
    'POST /tenants/{code}/links/inspection',
    'POST /tenants/{code}/links/acceptance',
    'POST /tenants/{code}/oidc/{slug}',
    'GET /tenants/{code}/oidc/{slug}/callback',
    'POST /tenants/{code}/oidc/{slug}/session',
    'POST /tenants/{code}/oidc/{slug}/invitation',
    'GET /public/{code}/notices',
    'GET /public/{code}/notices/{id}',
    'POST /public/{code}/notices/{id}/objections',
    'POST /public/{code}/objections/inspection',
    'GET /public/{code}/announcements',
  ].map((endpoint): [string, 'open'] => [endpoint, 'open']),
  // One's own account.
  ...of(
    COLUMNS,
    'GET /me',
    'GET /me/notifications',
    'POST /me/notifications/{id}/reading',
    'POST /me/notifications/{id}/reading-up-to',
    'GET /me/notification-preference',
    'PUT /me/notification-preference',
    'GET /me/sessions',
    'DELETE /me/sessions/{id}',
    'POST /me/sessions/end-others',
    'POST /me/password',
    'POST /me/two-factor',
    'POST /me/two-factor/confirmation',
    'POST /me/two-factor/recovery-codes',
    'POST /me/two-factor/removal',
    'GET /me/api-tokens',
    'POST /me/api-tokens',
    'DELETE /me/api-tokens/{id}',
    'GET /me/external-identities',
    'POST /me/external-identities',
    'DELETE /me/external-identities/{id}',
  ),
  // Province administrator: users, and with them tokens, policy and single sign-on; the platform keeps its own users.
  ...of([...province, platform], 'GET /accounts', 'GET /accounts/{id}'),
  ...of(
    [administrator, platform],
    'POST /accounts',
    'PATCH /accounts/{id}',
    'PUT /accounts/{id}/roles',
    'POST /accounts/{id}/disablement',
    'POST /accounts/{id}/enablement',
    'POST /accounts/{id}/links',
    'DELETE /accounts/{id}/sessions',
    'DELETE /accounts/{id}/second-factor',
    'DELETE /api-tokens/{id}',
    'PUT /security-policy',
  ),
  ...of([administrator, auditor], 'GET /export-recipient'),
  ...of([administrator], 'PUT /export-recipient'),
  ...of([administrator, auditor, platform], 'GET /api-tokens', 'GET /security-policy'),
  ...of([administrator, auditor], 'GET /identity-providers', 'GET /identity-providers/{id}'),
  ...of([administrator], 'POST /identity-providers', 'PATCH /identity-providers/{id}', 'POST /rule-sets'),
  ...of([...province, city, operator], 'GET /rule-sets'),
  // The legal calendar: everybody is held to it, the administrator of the system enters what no notice says.
  ...of(COLUMNS, 'GET /calendar', 'GET /calendar/{year}', 'POST /calendar/computation'),
  ...of(
    [administrator],
    'PUT /calendar/{year}',
    'POST /calendar/{year}/withdrawal',
    'PUT /calendar/days/{day}',
    'POST /calendar/days/{day}/withdrawal',
  ),
  // Auditor: read only, with the audit log, which is the auditor's to administer.
  ...of(
    [auditor],
    'GET /audit-entries',
    'GET /audit-entries/export',
    'POST /audit-entries/verification',
    'GET /audit-algorithm',
    'PUT /audit-algorithm',
  ),
  ...of(people, 'GET /deadlines'),
  // Public notices, objections and announcements (第十三条、第十四条).
  ...of(people, 'GET /public-notices', 'GET /public-notices/{id}', 'GET /announcements', 'GET /announcements/{id}'),
  ...of([officer], 'POST /public-notices', 'POST /announcements', 'POST /objections/{id}/decision'),
  ...of([operator], 'POST /public-notices/{id}/objections'),
  ...of([...province, operator], 'GET /objections', 'GET /objections/{id}'),
  // Registers.
  ...of(people, 'GET /regions', 'GET /centers', 'GET /centers/{id}'),
  ...of([...province, city], 'GET /organizations', 'GET /organizations/{id}'),
  ...of([officer], 'POST /organizations', 'PATCH /organizations/{id}', 'POST /centers', 'PATCH /centers/{id}'),
  // Records: the operator keeps them, the bureau of the region verifies them.
  ...of(
    [...province, city, operator],
    'GET /service-records',
    'GET /service-records/{id}',
    'GET /resources',
    'GET /resources/{id}',
    'GET /yearly-facts',
  ),
  ...of(
    [operator],
    'POST /service-records',
    'PATCH /service-records/{id}',
    'POST /service-records/{id}/void',
    'POST /resources',
    'PATCH /resources/{id}',
    'POST /resources/{id}/void',
    'PUT /yearly-facts',
  ),
  ...of([city], 'POST /service-records/{id}/verification', 'POST /resources/{id}/verification'),
  ...of([...province, city], 'GET /reference-figures'),
  ...of([officer], 'PUT /reference-figures'),
  // Evidence: whoever states, inspects or judges brings some along; hints are for those who examine a center.
  ...of(people, 'GET /evidence-files', 'GET /evidence-files/{id}', 'GET /evidence-files/{id}/content'),
  ...of(
    [officer, city, operator, expert],
    'GET /evidence-uploads',
    'POST /evidence-uploads',
    'GET /evidence-uploads/{id}',
    'PATCH /evidence-uploads/{id}',
    'DELETE /evidence-uploads/{id}',
  ),
  ...of([administrator, auditor], 'GET /file-findings'),
  ...of([...province, city, expert], 'GET /centers/{id}/hints'),
  // Experts: score sheets of what is assigned.
  ...of(
    [expert],
    'GET /expert-scores',
    'PUT /expert-scores',
    'GET /score-sheets',
    'GET /score-sheets/{id}',
    'POST /score-sheets/{id}/submission',
    'POST /expert-assignments/{id}/declaration',
    'PUT /assessments/{id}/confirmed-figures',
    'POST /assessments/{id}/findings',
    'POST /assessments/{id}/signature',
  ),
  ...of(
    [...province, expert],
    'GET /expert-assignments',
    'GET /expert-assignments/{id}',
    'GET /expert-profiles',
    'GET /assessments',
    'GET /assessments/{id}',
  ),
  ...of(
    [officer],
    'POST /expert-assignments',
    'POST /expert-assignments/{id}/end',
    'PUT /expert-profiles/{id}',
    'POST /assessments',
    'POST /assessments/{id}/draws',
    'POST /assessments/{id}/leader',
    'POST /assessments/{id}/cancellation',
  ),
  ...of([officer, expert], 'POST /expert-assignments/{id}/recusal'),
  // Merged scores without names; whose they are, the auditor alone is told.
  ...of([officer, auditor], 'GET /assessments/{id}/scores', 'GET /assessments/{id}/draw-verification'),
  // Province officer: rating runs, revocations.
  ...of(province, 'GET /rating-runs', 'GET /rating-runs/{id}'),
  ...of(
    [officer],
    'POST /rating-runs',
    'POST /rating-runs/{id}/computation',
    'POST /rating-runs/{id}/review',
    'POST /rating-runs/{id}/finalisation',
    'POST /rating-runs/{id}/publication',
    'POST /revocation-cases',
    'POST /revocation-cases/{id}/decision',
  ),
  ...of(province, 'GET /revocation-cases', 'GET /revocation-cases/{id}'),
  ...of(
    [...province, city, operator],
    'GET /ratings',
    'GET /ratings/{id}',
    'GET /ratings/{id}/measures/{measure}/records',
  ),
  // Documents: experts have their own sheets and what is public. Templates are system administration.
  ...of(people, 'GET /documents', 'GET /documents/{id}', 'GET /documents/{id}/content/{form}'),
  ...of(
    province,
    'GET /document-kinds',
    'GET /document-templates',
    'GET /document-templates/{id}',
    'POST /document-templates/{id}/preview',
  ),
  ...of(
    [administrator],
    'POST /document-templates',
    'PATCH /document-templates/{id}',
    'POST /document-templates/{id}/entry-into-force',
    'POST /document-templates/{id}/retirement',
  ),
  // Platform operator: tenants, and no tenant's business.
  ...of(
    [platform],
    'GET /platform/tenants',
    'POST /platform/tenants',
    'GET /platform/tenants/{id}',
    'POST /platform/tenants/{id}/invitation',
    'POST /platform/tenants/{id}/suspension',
    'POST /platform/tenants/{id}/resumption',
    'POST /platform/tenants/{id}/exports',
    'POST /platform/tenants/{id}/erasures',
    'GET /platform/orders',
    'GET /platform/orders/{id}',
    'GET /platform/orders/{id}/content',
    'POST /platform/orders/{id}/confirmation',
    'POST /platform/orders/{id}/withdrawal',
  ),
]);
