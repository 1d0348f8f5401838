import { judged } from '../criteria/criterion-builders.js';
import { sampleDefinition, samplePlugin } from '../testing/sample-plugin.js';
import { group, indicator } from './indicator-builders.js';
import { indicatorTable, judgedItems, variantIds } from './indicator-table.js';

const variants = ['one', 'two'].map((id) => ({ id, title: { 'zh-CN': id, en: id } }));
const [common, rest] = sampleDefinition().groups;
const row = indicator('row', { title: '行', standard: '行', weight: 40, criteria: [judged('x', { title: '水平' })] });
const plugin = samplePlugin({
  variants,
  groups: [common, rest]
    .flatMap((part, index) => (part ? [index === 0 ? part : { ...part, variants: ['one'] }] : []))
    .concat(group('二', [row], { variants: ['two'] })),
});

describe('indicatorTable', () => {
  it('numbers the common rows and those of the variant', () => {
    const table = (variant: string | null) =>
      indicatorTable(plugin, variant).map(({ number, indicator: { id } }) => [number, id]);
    expect(table('one')).toEqual([
      [1, 'service'],
      [2, 'capability'],
    ]);
    expect(table('two')).toEqual([
      [1, 'service'],
      [2, 'row'],
    ]);
    expect(table(null)).toEqual([[1, 'service']]);
  });

  it('knows what experts must judge', () => {
    expect(judgedItems(plugin, 'two').map(({ key, criterion }) => [key, criterion.title])).toEqual([['row.x', '水平']]);
    expect(variantIds(plugin)).toEqual(['one', 'two']);
    expect(variantIds(samplePlugin())).toEqual([null]);
  });
});
