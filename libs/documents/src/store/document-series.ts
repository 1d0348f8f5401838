import type { Tenant } from '@shucu/tenancy';
import { DOCUMENT_CONTRACTS, type DocumentContract, type DocumentKind, type Numbering } from '../render/index.js';

/** Everything that is issued in one go under one series. */
export interface DocumentSeries {
  /** Name of the series, unique in the tenant. */
  readonly series: string;
  /** 发文机关代字 of its numbers, e.g. 甘工信发. */
  readonly prefix: string;
  /** Year of the numbers: that of the day of issue. */
  readonly year: number;
}

/** Who issues a document, and when. */
export interface SeriesIssuer {
  readonly tenant: Pick<Tenant, 'documentPrefix'>;
  /** Day of issue, an ISO date. */
  readonly day: string;
  /** Where a region's bureau issues it instead of the province: its numbers are counted by themselves. */
  readonly region?: { readonly id: string; readonly name: string };
}

const OFFICIAL: Numbering = { series: 'official', prefix: '{tenant}' };

/** The series of the department's own 发文字号, from which every official document of the province takes its number. */
export function officialSeries(tenant: Pick<Tenant, 'documentPrefix'>, day: string): DocumentSeries {
  return seriesOf(OFFICIAL, { tenant, day });
}

/**
 * The series that documents of the kind are numbered in: the department's own for official ones, one of their own for reports and
 * forms, one of each bureau for what a bureau writes.
 */
export function documentSeries(kind: DocumentKind, issuer: SeriesIssuer): DocumentSeries {
  const { numbering }: DocumentContract = DOCUMENT_CONTRACTS[kind];
  if (!issuer.region) return seriesOf(numbering.province, issuer);
  if (!numbering.bureau) throw new Error(`A bureau issues no ${kind}`);
  return seriesOf(numbering.bureau, issuer);
}

function seriesOf({ series, prefix }: Numbering, { tenant, day, region }: SeriesIssuer): DocumentSeries {
  return {
    series: region ? `${series}:${region.id}` : series,
    prefix: prefix.replace('{tenant}', tenant.documentPrefix).replace('{region}', region?.name ?? ''),
    year: Number(day.slice(0, 4)),
  };
}
