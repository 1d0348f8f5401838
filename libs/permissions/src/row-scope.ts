import { rulesToCondition } from '@casl/ability/extra';
import { AppError } from '@shucu/kernel';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { SubjectConditions } from './abilities.js';
import type { Actor } from './actor.js';
import type { ActionOf, Subject } from './subjects.js';

/** How SQL says a condition of the parameter that stands for its value. */
type ConditionClause = (value: string) => string;

/**
 * Which column of a query stands for each condition, or which clause where no column does; a condition that a query does not
 * know is a fault of the query.
 */
export type ConditionColumns = Readonly<Partial<Record<keyof SubjectConditions, string | ConditionClause>>>;

/** The alternatives under which the actor may act on rows of the subject; `[{}]` is all rows. Refuses where there are none. */
export function conditionsOf<S extends Subject>(
  { ability }: Pick<Actor, 'ability'>,
  action: ActionOf<S>,
  subject: S,
): SubjectConditions[] {
  const alternatives = rulesToCondition(
    ability.rulesFor(action, subject),
    (rule) => (rule.conditions ?? {}) as SubjectConditions,
    { and: (all): SubjectConditions[] => all, or: (any) => any, empty: () => [{}] },
  );
  if (!alternatives) throw new AppError('auth.forbidden');
  return alternatives;
}

/** Narrows a query to the rows that the actor may act on: in the query, not after it. */
export function scopeRows<T extends ObjectLiteral, S extends Subject>(
  query: SelectQueryBuilder<T>,
  columns: ConditionColumns,
  actor: Pick<Actor, 'ability'>,
  action: ActionOf<S>,
  subject: S,
): SelectQueryBuilder<T> {
  const alternatives = conditionsOf(actor, action, subject);
  return query.andWhere(
    new Brackets((any) => {
      alternatives.forEach((conditions, index) => {
        const entries = Object.entries(conditions) as [keyof SubjectConditions, string | boolean][];
        const clauses = entries.map(([name]) => clauseFor(columns, name, subject)(`:scope_${name}_${index}`));
        const values = Object.fromEntries(entries.map(([name, value]) => [`scope_${name}_${index}`, value]));
        any.orWhere(clauses.length > 0 ? clauses.join(' AND ') : 'TRUE', values);
      });
    }),
  );
}

function clauseFor(columns: ConditionColumns, name: keyof SubjectConditions, subject: Subject): ConditionClause {
  const column = columns[name];
  if (!column) throw new Error(`The query of ${subject} has no column for the condition ${name}`);
  return typeof column === 'string' ? (value) => `${column} = ${value}` : column;
}
