import { newId } from '@shucu/kernel';
import type { FactRow, ReferenceRow, ResourceRow, ServiceRow } from '@shucu/plugin-sdk';
import fc from 'fast-check';
import { FIGURE_NAMES, VALUES } from './measure-arbitraries.js';
import type { TestRow } from './measure-database.js';

/** Everything that is recorded of one center. */
export interface CenterRecords {
  readonly service: readonly ServiceRow[];
  readonly resource: readonly ResourceRow[];
  readonly facts: readonly FactRow[];
}

const orNull = <T extends string>(values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.option(fc.constantFrom(...values), { nil: null });

const shared = {
  industry: orNull(VALUES.industry),
  link: orNull(VALUES.link),
  field: orNull(VALUES.field),
  region: orNull(VALUES.region),
  enterprise: orNull(VALUES.enterprise),
  sme: fc.boolean(),
  aboveScale: fc.boolean(),
  discounted: fc.boolean(),
  verification: fc.constantFrom('unverified', 'verified', 'verified', 'rejected'),
  status: fc.constantFrom('active', 'active', 'active', 'void'),
};
const year = fc.integer({ min: 2023, max: 2026 });
const boundaryDays = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'];
const lifetime = fc.tuple(fc.constantFrom(...boundaryDays), orNull(boundaryDays)).map(([acquiredOn, retiredOn]) => ({
  acquiredOn,
  retiredOn: retiredOn !== null && retiredOn < acquiredOn ? null : retiredOn,
}));
const decimal = fc.integer({ min: 0, max: 99_999 }).map((hundredths) => (hundredths / 100).toFixed(2));

const service: fc.Arbitrary<ServiceRow> = fc.record({
  ...shared,
  type: fc.constantFrom(...VALUES.type),
  year,
  headcount: fc.nat(50),
  amount: decimal,
});
const resource: fc.Arbitrary<ResourceRow> = fc
  .tuple(
    fc.record({ ...shared, kind: fc.constantFrom(...VALUES.kind), partnerKind: orNull(VALUES.partnerKind) }),
    lifetime,
  )
  .map(([row, dates]) => ({ ...row, ...dates }));
const fact: fc.Arbitrary<FactRow> = fc.record({ name: fc.constantFrom(...FIGURE_NAMES), year, value: decimal });
const reference = fc.record({
  name: fc.constantFrom(...FIGURE_NAMES),
  industry: fc.constantFrom(...VALUES.industry),
  year,
  value: decimal,
});

export const anyRecords: fc.Arbitrary<CenterRecords> = fc.record({
  service: fc.array(service, { maxLength: 12 }),
  resource: fc.array(resource, { maxLength: 12 }),
  facts: fc.uniqueArray(fact, { maxLength: 6, selector: (row) => `${row.name} ${row.year}` }),
});

export const anyReferences: fc.Arbitrary<ReferenceRow[]> = fc.uniqueArray(reference, {
  maxLength: 8,
  selector: (row) => `${row.name} ${row.industry} ${row.year}`,
});

/** The row of `service_record` that a service record of the SDK's evaluator stands for. */
export function serviceTableRow(tenantId: string, centerId: string, { aboveScale, ...row }: ServiceRow): TestRow {
  const day = row.headcount === 0 ? '01-01' : '12-31';
  return {
    ...tableRow(tenantId, centerId, row.status),
    ...row,
    above_scale: aboveScale,
    served_on: `${row.year}-${day}`,
  };
}

/** The row of `resource` that a resource of the SDK's evaluator stands for. */
export function resourceTableRow(
  tenantId: string,
  centerId: string,
  { aboveScale, partnerKind, acquiredOn, retiredOn, ...row }: ResourceRow,
): TestRow {
  const columns = {
    above_scale: aboveScale,
    partner_kind: partnerKind,
    acquired_on: acquiredOn,
    retired_on: retiredOn,
  };
  return { ...tableRow(tenantId, centerId, row.status), ...row, ...columns };
}

function tableRow(tenantId: string, centerId: string, status: string): TestRow {
  return {
    tenant_id: tenantId,
    id: newId(),
    center_id: centerId,
    title: '记录',
    void_reason: status === 'void' ? '登记有误' : null,
  };
}
