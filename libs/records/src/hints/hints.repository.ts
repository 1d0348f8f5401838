import { TenantContext } from '@shucu/tenancy';
import { CLAIM_KINDS, FAR_LEAST, FAR_TIMES, PAST_YEARS, PAST_YEARS_NEEDED } from './hint-catalogue.js';

/** More of a kind nobody reads; whoever sees so many looks at the center itself. */
const MOST = 100;

/** One end of a file that is cited twice. */
export interface CitingEnd {
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly year: number | null;
  readonly centerId: string | null;
}

export interface FileTwice {
  readonly file: string;
  readonly sha256: string;
  readonly here: CitingEnd;
  readonly there: CitingEnd;
}

const END = (row: string): string =>
  `json_build_object('kind', ${row}.subject_kind, 'id', ${row}.subject_id, 'place', ${row}.place, 'year', ${row}.year,
     'centerId', ${row}.center_id)`;

/** The same content in two places, whatever each upload was called. Each pair once, seen from the center of the year. */
export function selectFilesTwice(centerId: string, year: number): Promise<FileTwice[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<FileTwice[]>(
    `SELECT file.name AS file, file.sha256, ${END('here')} AS here, ${END('there')} AS there
     FROM evidence_citation here
     JOIN evidence_file file ON file.tenant_id = here.tenant_id AND file.id = here.file_id
     JOIN evidence_file twin ON twin.tenant_id = file.tenant_id AND twin.sha256 = file.sha256
     JOIN evidence_citation there ON there.tenant_id = twin.tenant_id AND there.file_id = twin.id AND there.withdrawn_at IS NULL
     WHERE here.tenant_id = $1 AND here.center_id = $2 AND here.year = $3 AND here.withdrawn_at IS NULL
       AND here.subject_kind = ANY ($4) AND there.subject_kind = ANY ($4)
       AND (there.subject_kind, there.subject_id, there.place) <> (here.subject_kind, here.subject_id, here.place)
       AND (there.center_id IS DISTINCT FROM here.center_id OR there.year IS DISTINCT FROM here.year OR there.id > here.id)
     ORDER BY file.sha256, here.id, there.id LIMIT ${MOST}`,
    [tenantId, centerId, year, CLAIM_KINDS],
  );
}

export interface RecordTwice {
  readonly id: string;
  readonly title: string;
  readonly enterprise: string;
  readonly servedOn: string;
  readonly otherId: string;
  readonly otherCenterId: string;
}

/** Records of the center that another one has as well: same enterprise, day, type and title. */
export function selectRecordsTwice(centerId: string, year: number): Promise<RecordTwice[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<RecordTwice[]>(
    `SELECT own.id, own.title, coalesce(own.enterprise_name, own.enterprise) AS enterprise,
       to_char(own.served_on, 'YYYY-MM-DD') AS "servedOn", other.id AS "otherId", other.center_id AS "otherCenterId"
     FROM service_record own
     JOIN service_record other ON other.tenant_id = own.tenant_id AND other.year = own.year
       AND other.enterprise = own.enterprise AND other.served_on = own.served_on AND other.type = own.type
       AND other.title = own.title AND other.center_id <> own.center_id
     WHERE own.tenant_id = $1 AND own.center_id = $2 AND own.year = $3 AND own.status = 'active'
       AND own.verification <> 'rejected' AND other.status = 'active' AND other.verification <> 'rejected'
     ORDER BY own.id, other.id LIMIT ${MOST}`,
    [tenantId, centerId, year],
  );
}

export interface CodedRow {
  readonly kind: 'serviceRecord' | 'resource';
  readonly id: string;
  readonly title: string;
  readonly code: string;
}

/** Every credit code that counts for the center in the year, with one row that has it. */
export function selectCodes(centerId: string, year: number): Promise<CodedRow[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<CodedRow[]>(
    `SELECT DISTINCT ON (code) kind, id, title, code FROM (
       SELECT 'serviceRecord' AS kind, id, title, enterprise AS code FROM service_record
       WHERE tenant_id = $1 AND center_id = $2 AND year = $3 AND status = 'active' AND verification <> 'rejected'
       UNION ALL
       SELECT 'resource', id, title, enterprise FROM resource
       WHERE tenant_id = $1 AND center_id = $2 AND status = 'active' AND verification <> 'rejected'
         AND acquired_on BETWEEN make_date($3, 1, 1) AND make_date($3, 12, 31)
     ) AS coded WHERE code IS NOT NULL ORDER BY code, id`,
    [tenantId, centerId, year],
  );
}

export interface FarFigure {
  readonly name: string;
  readonly value: string;
  readonly mean: string;
  readonly count: number;
}

/** Figures of the year, declared or counted, that are far from the mean of the years before. */
export function selectFarFigures(centerId: string, year: number): Promise<FarFigure[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<FarFigure[]>(
    `WITH figure AS (
       SELECT year, name, value FROM yearly_fact
       WHERE tenant_id = $1 AND center_id = $2 AND year BETWEEN $3::int - ${PAST_YEARS} AND $3
       UNION ALL
       SELECT year, counted.name, counted.value FROM (
         SELECT year, count(*)::numeric AS records, sum(headcount)::numeric AS headcount, sum(amount) AS amount
         FROM service_record
         WHERE tenant_id = $1 AND center_id = $2 AND year BETWEEN $3::int - ${PAST_YEARS} AND $3
           AND status = 'active' AND verification <> 'rejected'
         GROUP BY year) AS total
       CROSS JOIN LATERAL (VALUES ('records', records), ('headcount', headcount), ('amount', amount)) AS counted (name, value)
     ), past AS (
       SELECT name, count(*)::int AS count, avg(value) AS mean FROM figure WHERE year < $3
       GROUP BY name HAVING count(*) >= ${PAST_YEARS_NEEDED} AND avg(value) > 0
     )
     SELECT name, trim_scale(value)::text AS value, trim_scale(round(mean, 2))::text AS mean, count
     FROM figure JOIN past USING (name)
     WHERE year = $3 AND greatest(value, mean) >= ${FAR_LEAST} AND round(mean, 2) > 0
       AND (value > ${FAR_TIMES} * mean OR ${FAR_TIMES} * value < mean)
     ORDER BY name`,
    [tenantId, centerId, year],
  );
}
