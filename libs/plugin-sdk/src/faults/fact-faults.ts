import { z } from 'zod';
import type { Measure } from '../measure.types.js';
import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import type { Fault } from './fault.types.js';

/** Faults of the facts schema: no form can be made of it, a fact is no figure, has no title, or a measure names one that is not there. */
export function factFaults({ facts, measures }: CategoryPluginDefinition): readonly Fault[] {
  const names = Object.keys(facts.shape);
  const unknown = Object.entries(measures)
    .flatMap(([measure, definition]) => factNames(definition).map((name) => ({ measure, name })))
    .filter(({ name }) => !names.includes(name))
    .map(({ measure, name }) => ({
      path: `measures.${measure}`,
      message: `fact "${name}" is not in the facts schema`,
    }));
  return [...unknown, ...names.flatMap((name) => singleFactFaults(name, facts.shape[name]))];
}

function factNames(measure: Measure): readonly string[] {
  if (measure.op === 'fact') return [measure.name];
  return measure.op === 'ratio' ? [measure.dividend, measure.divisor].flatMap((part) => factNames(part)) : [];
}

const FIGURE_TYPES: readonly unknown[] = ['number', 'integer', 'boolean'];

function singleFactFaults(name: string, schema: z.core.$ZodType | undefined): Fault[] {
  const path = `facts.${name}`;
  if (!(schema instanceof z.ZodType)) return [{ path, message: 'expected a zod schema' }];
  const { type, title } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  const faults: Fault[] = [];
  if (!FIGURE_TYPES.includes(type)) faults.push({ path, message: 'is neither a number nor yes/no' });
  if (!title) faults.push({ path, message: "has no title; give one with .meta({ title: '…' })" });
  return faults;
}
