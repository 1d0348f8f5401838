import type { Weighted } from '../basis/random.js';
import type { Area } from '../provinces/province.types.js';

/** Things of one kind that a good center holds by the evaluated year. */
export interface StockNorm {
  readonly kind: string;
  readonly partnerKind?: string;
  readonly count: number;
  /** New ones each year, where the annex asks for growth; otherwise the stock follows the center's level. */
  readonly yearly?: number;
  readonly area: Area;
}

/** Events of one type that a good center holds in a year. */
interface EventNorm {
  readonly type: string;
  readonly count: number;
  readonly area: Area;
}

/** A figure that a good center declares; `yesNo` is 1 from a fair level on. */
interface FactNorm {
  readonly name: string;
  readonly figure: number | 'yesNo';
}

/** What a good year of a center of this kind looks like: about what the annex asks, so that a level of 1 attains it. */
export interface CenterNorms {
  /** Enterprises served in the year. */
  readonly clients: number;
  /** Services that a client gets in a year, on average. */
  readonly servicesPerClient: number;
  readonly mix: Weighted<string>;
  /** Regions in which the center is at home. */
  readonly reach: number;
  /** Enterprises that use new products by the evaluated year. */
  readonly productUsers: number;
  /** Clients that pay little or nothing, a year. */
  readonly beneficiaries: number;
  /** Person-times a year. */
  readonly trainees: number;
  /** Only SMEs are served. */
  readonly smesOnly: boolean;
  readonly events: readonly EventNorm[];
  readonly stock: readonly StockNorm[];
  readonly facts: readonly FactNorm[];
}
