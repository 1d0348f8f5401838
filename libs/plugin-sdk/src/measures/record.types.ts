import type { DecimalInput } from '../decimal.js';

/** State columns that decide whether a row counts: `active` and not `rejected`. */
interface CountableRow {
  readonly verification: string;
  readonly status: string;
  readonly industry: string | null;
  readonly link: string | null;
  readonly field: string | null;
  readonly region: string | null;
  readonly enterprise: string | null;
  readonly sme: boolean | null;
  readonly aboveScale: boolean | null;
  readonly discounted: boolean | null;
}

/** One service record (服务记录) of a center; `amount` in yuan, `year` the calendar year it was served in. */
export interface ServiceRow extends CountableRow {
  readonly type: string;
  readonly year: number;
  readonly headcount: DecimalInput;
  readonly amount: DecimalInput;
}

/** One entry of the ledger of resources (资源台账); dates are `YYYY-MM-DD`. */
export interface ResourceRow extends CountableRow {
  readonly kind: string;
  readonly partnerKind: string | null;
  readonly acquiredOn: string;
  readonly retiredOn: string | null;
}

/** A declared yearly figure (年度填报数据); yes/no facts are 1 and 0. */
export interface FactRow {
  readonly year: number;
  readonly name: string;
  readonly value: DecimalInput;
}

/** A figure of the tenant's reference data by industry and year. */
export interface ReferenceRow {
  readonly name: string;
  readonly industry: string;
  readonly year: number;
  readonly value: DecimalInput;
}

/** The center's own values that a measure can refer to. */
export interface MeasuredCenter {
  readonly industry: string | null;
  readonly region: string | null;
  readonly variant: string | null;
}

/** Everything of one center that its measures can read; the evaluator needs no database. */
export interface MeasureData {
  readonly center: MeasuredCenter;
  readonly year: number;
  readonly service: readonly ServiceRow[];
  readonly resource: readonly ResourceRow[];
  readonly facts: readonly FactRow[];
  readonly references: readonly ReferenceRow[];
}
