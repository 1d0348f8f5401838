import type { MeasureData, ResourceRow, ServiceRow } from '../measures/record.types.js';

/** A service record that counts in 2025, with changes. */
export function serviceRow(changes: Partial<ServiceRow> = {}): ServiceRow {
  return {
    type: 'training',
    year: 2025,
    headcount: 0,
    amount: '0.00',
    industry: null,
    link: null,
    field: null,
    region: null,
    enterprise: null,
    sme: null,
    aboveScale: null,
    discounted: null,
    verification: 'unverified',
    status: 'active',
    ...changes,
  };
}

/** A resource that counts in 2025, with changes. */
export function resourceRow(changes: Partial<ResourceRow> = {}): ResourceRow {
  const { type: _, year: __, headcount: ___, amount: ____, ...shared } = serviceRow();
  return { ...shared, kind: 'patent', partnerKind: null, acquiredOn: '2025-06-30', retiredOn: null, ...changes };
}

/** Records of a center of industry C32 in the evaluated year 2025, with changes. */
export function measureData(changes: Partial<MeasureData> = {}): MeasureData {
  return {
    center: { industry: 'C32', region: '620100', variant: null },
    year: 2025,
    service: [],
    resource: [],
    facts: [],
    references: [],
    ...changes,
  };
}
