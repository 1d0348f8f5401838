import { canonicalJson } from '@shucu/kernel';
import type { AggregateMeasure, CategoryPlugin, Measure, MeasureSource } from '@shucu/plugin-sdk';

/** What of a plugin the measures need. */
export type MeasuredPlugin = Pick<CategoryPlugin, 'id' | 'measures'>;

/** An aggregate that is computed for every center; which records it takes depends on the center's category. */
export interface AggregateSlot extends Pick<AggregateMeasure, 'op' | 'field'> {
  readonly index: number;
}

interface SlotUse {
  readonly slot: AggregateSlot;
  readonly measure: AggregateMeasure;
}

/**
 * Which slot each aggregate of each plugin takes. A center belongs to one category, so the first count of one plugin and the first
 * count of another share a slot: the statement has as many aggregates as the largest plugin, not as all plugins together.
 */
export class SlotPlan {
  readonly slots: AggregateSlot[] = [];
  private readonly uses = new Map<string, Map<string, SlotUse>>();

  constructor(plugins: readonly MeasuredPlugin[]) {
    for (const { id, measures } of plugins) this.uses.set(id, this.assign(measures));
  }

  /** The plugins with what each puts into which slot. */
  get plugins(): readonly { readonly id: string; readonly uses: readonly SlotUse[] }[] {
    return [...this.uses].map(([id, uses]) => ({ id, uses: [...uses.values()] }));
  }

  /** The slot of one of the plugin's aggregates. */
  slotOf(pluginId: string, measure: AggregateMeasure): AggregateSlot {
    const use = this.uses.get(pluginId)?.get(canonicalJson(measure));
    if (use === undefined) throw new Error(`No slot for a measure of ${pluginId}: ${canonicalJson(measure)}`);
    return use.slot;
  }

  /** Sources that any aggregate reads. */
  get sources(): readonly MeasureSource[] {
    return [...new Set(this.plugins.flatMap(({ uses }) => uses.flatMap(({ measure }) => measure.from)))];
  }

  private assign(measures: CategoryPlugin['measures']): Map<string, SlotUse> {
    const uses = new Map<string, SlotUse>();
    const taken = new Set<AggregateSlot>();
    for (const measure of Object.values(measures).flatMap(aggregatesOf)) {
      const key = canonicalJson(measure);
      if (uses.has(key)) continue;
      const slot = this.free(measure, taken);
      taken.add(slot);
      uses.set(key, { slot, measure });
    }
    return uses;
  }

  private free({ op, field }: AggregateMeasure, taken: ReadonlySet<AggregateSlot>): AggregateSlot {
    const fitting = this.slots.find((slot) => slot.op === op && slot.field === field && !taken.has(slot));
    if (fitting) return fitting;
    const slot = { op, field, index: this.slots.length };
    this.slots.push(slot);
    return slot;
  }
}

/** The aggregates over records that a measure is made of. */
export function aggregatesOf(measure: Measure): readonly AggregateMeasure[] {
  switch (measure.op) {
    case 'fact':
    case 'reference':
      return [];
    case 'ratio':
      return [...aggregatesOf(measure.dividend), ...aggregatesOf(measure.divisor)];
    default:
      return [measure];
  }
}
