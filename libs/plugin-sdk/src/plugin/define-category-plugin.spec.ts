import { z } from 'zod';
import { PluginDefinitionError } from '../faults/plugin-definition-error.js';
import { sampleDefinition, samplePlugin } from '../testing/sample-plugin.js';
import type { CategoryPluginDefinition } from './category-plugin.types.js';
import { defineCategoryPlugin } from './define-category-plugin.js';

function thrownBy(definition: unknown): PluginDefinitionError {
  try {
    defineCategoryPlugin(definition as CategoryPluginDefinition);
  } catch (error) {
    if (error instanceof PluginDefinitionError) return error;
    throw error;
  }
  throw new Error('the definition was accepted');
}

describe('defineCategoryPlugin', () => {
  it('fills in what was left out and freezes in depth', () => {
    const plugin = samplePlugin();
    expect(plugin).toMatchObject({ variants: [], deductions: [], gates: [], vocabulary: {}, total: {} });
    expect(Object.isFrozen(plugin)).toBe(true);
    expect(Object.isFrozen(plugin.groups[0]?.indicators[0]?.criteria[0])).toBe(true);
    expect(Object.isFrozen(plugin.measures['served'])).toBe(true);
    expect(plugin.facts.parse({ staff: 5 })).toEqual({ staff: 5 });
  });

  it('throws one error with every fault on its line', () => {
    const { groups } = sampleDefinition();
    const error = thrownBy({
      ...sampleDefinition(),
      id: 'Bad Id',
      version: '1.0',
      groups: [groups[0]],
      templates: {},
      facts: z.object({}),
    });
    expect(error.message).toBe(
      [
        'Category plugin "Bad Id" has 7 fault(s):',
        '- id: "Bad Id" is wrong; expected lower-case letters, digits and -, such as industry',
        '- version: "1.0" is wrong; expected a semantic version such as 1.0.0',
        '- groups: the weights of its indicators sum to 60, not 100',
        '- measures.staff: is never used',
        '- measures.staff: fact "staff" is not in the facts schema',
        '- templates.ratingReport: the template is missing',
        '- templates.revocationNotice: the template is missing',
      ].join('\n'),
    );
    expect(error.faults).toHaveLength(7);
  });

  it('names broken shapes and still checks the rest', () => {
    const { title: _, ...untitled } = sampleDefinition();
    const paths = thrownBy({ ...untitled, groups: 'none', sdk: 'latest', gate: [] }).faults.map(({ path }) => path);
    expect(paths).toEqual(['gate', 'title', 'groups', 'sdk']);
  });

  it('refuses what is no definition at all', () => {
    expect(thrownBy(undefined).message).toBe('Category plugin null has 1 fault(s):\n- definition: expected an object');
  });
});
