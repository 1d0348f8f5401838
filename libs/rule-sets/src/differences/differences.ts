import type { CategoryPlugin, LocalizedText } from '@shucu/plugin-sdk';
import type { RuleSet } from '../rule-set.entity.js';
import { categoryFigures } from './category-figures.js';
import type { Figure } from './figure.types.js';
import { PARAMETER_TITLES } from './parameter-titles.js';

/** What is compared: everything that a rule set says. */
export type RuleContent = Pick<RuleSet, 'title' | 'issuedOn' | 'validThrough' | 'parameters' | 'overrides'>;

/** One thing that two rule sets say differently, both as they count; nothing where one does not say it. */
export interface Difference {
  /** E.g. `parameters.banYears`, `overrides.industry.weights.training`. */
  readonly path: string;
  readonly title: LocalizedText;
  readonly from: LocalizedText | null;
  readonly to: LocalizedText | null;
}

/** What differs between two rule sets, in the order of the document and its annex; figures that neither overrides are the plugins'. */
export function differencesOf(
  from: RuleContent,
  to: RuleContent,
  plugins: readonly CategoryPlugin[],
): readonly Difference[] {
  const [before, after] = [figuresOf(from, plugins), figuresOf(to, plugins)];
  const paths = new Set([...after.keys(), ...before.keys()]);
  return [...paths].flatMap((path) => {
    const [earlier, later] = [before.get(path), after.get(path)];
    const title = (later ?? earlier)?.title;
    if (!title || earlier?.text['zh-CN'] === later?.text['zh-CN']) return [];
    return [{ path, title, from: earlier?.text ?? null, to: later?.text ?? null }];
  });
}

function figuresOf(rules: RuleContent, plugins: readonly CategoryPlugin[]): Map<string, Figure> {
  return new Map([
    ...documentFigures(rules),
    ...parameterFigures(rules.parameters),
    ...plugins.flatMap((plugin) => [...categoryFigures(plugin, rules.overrides[plugin.id])]),
  ]);
}

function documentFigures({ title, issuedOn, validThrough }: RuleContent): [string, Figure][] {
  const same = (text: string): LocalizedText => ({ 'zh-CN': text, en: text });
  return [
    ['title', { title: { 'zh-CN': '文件名称', en: 'Title' }, text: same(title) }],
    ['issuedOn', { title: { 'zh-CN': '印发日期', en: 'Issued on' }, text: same(issuedOn) }],
    ['validThrough', { title: { 'zh-CN': '有效期至', en: 'Valid through' }, text: same(validThrough) }],
  ];
}

function parameterFigures(parameters: RuleSet['parameters']): [string, Figure][] {
  return Object.entries(PARAMETER_TITLES).map(([path, { title, unit, values }]) => {
    const value = path.split('.').reduce<unknown>((whole, key) => (whole as Record<string, unknown>)[key], parameters);
    const text = Array.isArray(value) ? value.join('、') : String(value);
    const written = (language: keyof LocalizedText): string =>
      values?.[text]?.[language] ?? `${text} ${unit?.[language] ?? ''}`.trim();
    return [`parameters.${path}`, { title, text: { 'zh-CN': written('zh-CN'), en: written('en') } }];
  });
}
