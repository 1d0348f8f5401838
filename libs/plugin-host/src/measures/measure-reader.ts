import { Injectable } from '@nestjs/common';
import {
  type CategoryPlugin,
  type Measure,
  type MeasureSource,
  type MeasureValue,
  normalDecimal,
} from '@shucu/plugin-sdk';
import type { EntityManager } from 'typeorm';
import { type MeasuredPlugin, SlotPlan } from './aggregate-slots.js';
import { aggregateStatement, resultColumn } from './aggregate-statement.js';
import { centerStatement, figureStatement } from './figure-statements.js';
import { measureValue } from './measure-value.js';
import type { MeasureScope } from './record-conditions.js';
import { recordListStatement } from './record-list-statement.js';
import type { SqlStatement } from './sql-statement.js';

/** A record that a measure counts. */
export interface RecordBehind {
  readonly source: MeasureSource;
  readonly id: string;
  /** Type of service or kind of resource, an id of the vocabulary. */
  readonly kind: string;
  readonly title: string;
  /** Served on, or acquired on: `YYYY-MM-DD`. */
  readonly date: string;
  readonly enterpriseName: string | null;
  /** What it adds: its headcount or amount where the measure is a sum, otherwise `1`. */
  readonly value: string;
}

type MeasureValues = Record<string, MeasureValue>;
type AggregateRow = Readonly<Record<string, string | null>>;
interface FigureRow {
  readonly center_id: string;
  readonly op: 'fact' | 'reference';
  readonly name: string;
  readonly value: string;
}

/** Reads measures (统计口径) from the database, in the caller's tenant transaction. */
@Injectable()
export class MeasureReader {
  /**
   * Every measure of its plugin for every center of the plugins' categories, also for a center without records. Three statements,
   * however many plugins and measures there are; values as `evaluateMeasures` of the SDK gives them. Turns JIT compilation off for the
   * rest of the transaction.
   */
  async read(
    manager: EntityManager,
    { plugins, ...scope }: MeasureScope & { readonly plugins: readonly MeasuredPlugin[] },
  ): Promise<Map<string, MeasureValues>> {
    const plan = new SlotPlan(plugins);
    const centers = await rows<{ id: string; category: string }>(manager, centerStatement(plugins, scope));
    const figures = await this.figures(manager, plugins, scope);
    const aggregates = await this.aggregates(manager, plan, scope);
    const byId = new Map(plugins.map(({ id, measures }) => [id, measures]));
    return new Map(
      centers.map(({ id, category }) => {
        const counted = aggregates.get(id);
        const values = mapValues(byId.get(category) ?? {}, (measure) =>
          measureValue(measure, {
            aggregate: (part) => counted?.[resultColumn(plan.slotOf(category, part))] ?? null,
            figure: (op, name) => figures.get(figureKey(id, op, name)) ?? null,
          }),
        );
        return [id, values];
      }),
    );
  }

  /**
   * The records that a measure counts now for one center, a page in order of id; of a quotient those of both its parts, of a fact or
   * a reference figure none.
   */
  async recordsBehind(
    manager: EntityManager,
    measure: Measure,
    page: MeasureScope & {
      readonly center: { readonly id: string };
      readonly after?: string | undefined;
      readonly limit: number;
    },
  ): Promise<RecordBehind[]> {
    const { center, ...rest } = page;
    const statement = recordListStatement(measure, { ...rest, centerId: center.id });
    if (statement === null) return [];
    const found = await rows<RecordBehind>(manager, statement);
    return found.map((record) => ({ ...record, value: normalDecimal(record.value) }));
  }

  private async aggregates(
    manager: EntityManager,
    plan: SlotPlan,
    scope: MeasureScope,
  ): Promise<ReadonlyMap<string, AggregateRow>> {
    if (plan.slots.length === 0) return new Map();
    // Compiling some hundred conditions in every parallel worker costs up to ten times what it saves.
    await manager.query('SET LOCAL jit = off');
    const found = await rows<AggregateRow & { readonly center_id: string }>(manager, aggregateStatement(plan, scope));
    return new Map(found.map((row) => [row.center_id, row]));
  }

  private async figures(
    manager: EntityManager,
    plugins: readonly MeasuredPlugin[],
    scope: MeasureScope,
  ): Promise<ReadonlyMap<string, string>> {
    const found = await rows<FigureRow>(manager, figureStatement(plugins, scope));
    return new Map(found.map(({ center_id, op, name, value }) => [figureKey(center_id, op, name), value]));
  }
}

function rows<T>(manager: EntityManager, { sql, params }: SqlStatement): Promise<T[]> {
  return manager.query(sql, [...params]);
}

function figureKey(centerId: string, op: FigureRow['op'], name: string): string {
  return `${centerId} ${op} ${name}`;
}

function mapValues(measures: CategoryPlugin['measures'], value: (measure: Measure) => MeasureValue): MeasureValues {
  return Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, value(measure)]));
}
