import { INDUSTRIAL_DIVISIONS } from './industrial-divisions.js';
import { ACHIEVEMENT_KINDS, ENTERPRISE_SERVICES } from './term-groups.js';
import { extendVocabulary, PLATFORM_VOCABULARY } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.types.js';

describe('vocabulary', () => {
  it('names every term once in each language', () => {
    for (const list of Object.keys(PLATFORM_VOCABULARY) as (keyof Vocabulary)[]) {
      const texts = Object.values(PLATFORM_VOCABULARY[list]);
      for (const language of ['zh-CN', 'en'] as const) {
        const names = texts.map((text) => text[language]);
        expect(names.filter((name) => name === '')).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  it('takes a plugin’s terms beside its own', () => {
    const chips = { chips: { 'zh-CN': '芯片', en: 'Chips' } };
    const { fields, links } = extendVocabulary(undefined, { fields: chips });
    expect(fields).toEqual({ ...PLATFORM_VOCABULARY.fields, ...chips });
    expect(links).toEqual(PLATFORM_VOCABULARY.links);
  });

  it('groups terms that exist, and lists the 41 divisions of industry', () => {
    expect(ENTERPRISE_SERVICES.filter((type) => !(type in PLATFORM_VOCABULARY.serviceTypes))).toEqual([]);
    expect(ACHIEVEMENT_KINDS.filter((kind) => !(kind in PLATFORM_VOCABULARY.resourceKinds))).toEqual([]);
    expect(INDUSTRIAL_DIVISIONS).toHaveLength(41);
    expect([INDUSTRIAL_DIVISIONS[0], INDUSTRIAL_DIVISIONS.at(-1)]).toEqual(['B06', 'D46']);
  });
});
