import { Injectable } from '@nestjs/common';
import type { Center } from '@shucu/centers';
import { PluginRegistry } from '@shucu/plugin-host';
import { extendVocabulary, type Terms } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import { z } from 'zod';

/** Services of one kind in the year. */
export interface ServiceFigures {
  readonly type: string;
  readonly title: string;
  readonly count: number;
  /** Different enterprises. */
  readonly enterprises: number;
  /** 人次. */
  readonly headcount: number;
  /** How many of them the bureau has verified. */
  readonly verified: number;
}

/** The sums of a year, for comparison with another. */
export interface YearTotals {
  readonly services: number;
  readonly enterprises: number;
  /** 人次 of trainings. */
  readonly trainees: number;
  readonly resourcesAdded: number;
}

/** What the records say of a center's year; nothing of it is typed in. Void and rejected records count nowhere. */
export interface AnnualFigures {
  readonly totals: YearTotals;
  /** Of the year before. */
  readonly previous: YearTotals;
  readonly services: readonly ServiceFigures[];
  /** Services by month, January to December. */
  readonly months: readonly number[];
  readonly resources: readonly { readonly kind: string; readonly title: string; readonly added: number }[];
  /** Declared figures (年度填报数据), with those of the year before. */
  readonly facts: readonly { name: string; title: string; value: string; previous: string | null }[];
}

const COUNTED = `tenant_id = $1 AND center_id = $2 AND status = 'active' AND verification <> 'rejected'`;

const SERVICES = `
  SELECT type, count(*)::int AS count, count(DISTINCT enterprise)::int AS enterprises,
    sum(headcount)::int AS headcount, count(*) FILTER (WHERE verification = 'verified')::int AS verified
  FROM service_record WHERE ${COUNTED} AND year = $3 GROUP BY type ORDER BY type`;

const MONTHS = `
  SELECT (SELECT count(*)::int FROM service_record
          WHERE ${COUNTED} AND year = $3 AND extract(month FROM served_on) = month) AS count
  FROM generate_series(1, 12) AS month ORDER BY month`;

const RESOURCES = `
  SELECT kind, count(*)::int AS added FROM resource
  WHERE ${COUNTED} AND extract(year FROM acquired_on) = $3 GROUP BY kind ORDER BY kind`;

const TOTALS = `
  SELECT count(*)::int AS services, count(DISTINCT enterprise)::int AS enterprises,
    coalesce(sum(headcount) FILTER (WHERE type = 'training'), 0)::int AS trainees,
    (SELECT count(*)::int FROM resource WHERE ${COUNTED} AND extract(year FROM acquired_on) = $3) AS "resourcesAdded"
  FROM service_record WHERE ${COUNTED} AND year = $3`;

const FACTS = `
  SELECT fact.name, trim_scale(fact.value)::text AS value, trim_scale(earlier.value)::text AS previous
  FROM yearly_fact fact LEFT JOIN yearly_fact earlier ON earlier.tenant_id = fact.tenant_id
    AND earlier.center_id = fact.center_id AND earlier.name = fact.name AND earlier.year = fact.year - 1
  WHERE fact.tenant_id = $1 AND fact.center_id = $2 AND fact.year = $3 ORDER BY fact.name`;

/** Fills a report in from what is recorded. */
@Injectable()
export class AnnualFiguresService {
  constructor(private readonly plugins: PluginRegistry) {}

  /** The figures of a center's year as the records stand now, in the caller's transaction. */
  async of({ id, category }: Pick<Center, 'id' | 'category'>, year: number): Promise<AnnualFigures> {
    const plugin = this.plugins.get(category);
    const { serviceTypes, resourceKinds } = extendVocabulary(plugin.vocabulary);
    const services = await select<Omit<ServiceFigures, 'title'>>(SERVICES, id, year);
    const resources = await select<{ kind: string; added: number }>(RESOURCES, id, year);
    const facts = await select<{ name: string; value: string; previous: string | null }>(FACTS, id, year);
    return {
      totals: await totalsOf(id, year),
      previous: await totalsOf(id, year - 1),
      services: services.map((row) => ({ ...row, title: titleOf(serviceTypes, row.type) })),
      months: (await select<{ count: number }>(MONTHS, id, year)).map(({ count }) => count),
      resources: resources.map((row) => ({ ...row, title: titleOf(resourceKinds, row.kind) })),
      facts: facts.map((row) => ({ ...row, title: factTitle(plugin.facts, row.name) })),
    };
  }
}

async function totalsOf(centerId: string, year: number): Promise<YearTotals> {
  const [totals] = await select<YearTotals>(TOTALS, centerId, year);
  return totals as YearTotals;
}

function select<Row>(sql: string, centerId: string, year: number): Promise<Row[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<Row[]>(sql, [tenantId, centerId, year]);
}

/** A term that a plugin no longer has is shown by its id. */
function titleOf(terms: Terms, id: string): string {
  return terms[id]?.['zh-CN'] ?? id;
}

function factTitle(facts: z.ZodObject, name: string): string {
  const schema = Object.hasOwn(facts.shape, name) ? facts.shape[name] : undefined;
  const meta = schema ? z.globalRegistry.get(schema as z.ZodType) : undefined;
  return typeof meta?.title === 'string' ? meta.title : name;
}
