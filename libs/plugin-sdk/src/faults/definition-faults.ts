import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import { SECTION_SCHEMAS, type Section } from './definition.schema.js';
import { factFaults } from './fact-faults.js';
import type { Fault } from './fault.types.js';
import { gateFaults, totalFaults } from './gate-faults.js';
import { gradingFaults } from './grading-faults.js';
import { groupFaults } from './group-faults.js';
import { identityFaults } from './identity-faults.js';
import { measureFaults } from './measure-faults.js';
import { measureUseFaults } from './measure-use-faults.js';
import { templateFaults } from './template-faults.js';
import { vocabularyFaults } from './vocabulary-faults.js';
import { weightFaults } from './weight-faults.js';
import { zodFaults } from './zod-faults.js';

interface Check {
  /** Sections whose shape the check relies on; it is left out while one of them is broken. */
  readonly reads: readonly Section[];
  readonly faults: (definition: CategoryPluginDefinition) => readonly Fault[];
}

const CHECKS: readonly Check[] = [
  { reads: [], faults: identityFaults },
  { reads: ['vocabulary'], faults: vocabularyFaults },
  { reads: ['measures', 'vocabulary'], faults: measureFaults },
  { reads: ['groups', 'variants', 'vocabulary'], faults: groupFaults },
  { reads: ['groups', 'variants'], faults: weightFaults },
  { reads: ['gates', 'deductions'], faults: gateFaults },
  { reads: ['total'], faults: totalFaults },
  { reads: ['measures', 'groups', 'gates', 'deductions', 'scoring'], faults: measureUseFaults },
  { reads: ['grading'], faults: gradingFaults },
  { reads: ['facts', 'measures'], faults: factFaults },
  { reads: ['templates'], faults: templateFaults },
];

/** Every fault of a definition, also of one that plain JavaScript wrote; empty when it can be used. */
export function definitionFaults(definition: unknown): readonly Fault[] {
  if (typeof definition !== 'object' || definition === null)
    return [{ path: 'definition', message: 'expected an object' }];
  const broken = new Set<Section>();
  const shape = (Object.keys(SECTION_SCHEMAS) as Section[]).flatMap((section) => {
    const parsed = SECTION_SCHEMAS[section].safeParse(Reflect.get(definition, section));
    if (parsed.success) return [];
    broken.add(section);
    return zodFaults(parsed.error, section);
  });
  const meaning = CHECKS.filter(({ reads }) => !reads.some((section) => broken.has(section))).flatMap(({ faults }) =>
    faults(definition as CategoryPluginDefinition),
  );
  return [...unknownKeys(definition), ...shape, ...meaning];
}

function unknownKeys(definition: object): Fault[] {
  const known: readonly string[] = ['id', 'version', 'sdk', ...Object.keys(SECTION_SCHEMAS)];
  return Object.keys(definition)
    .filter((key) => !known.includes(key))
    .map((path) => ({ path, message: `is unknown; a definition has ${known.join(', ')}` }));
}
