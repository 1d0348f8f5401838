import { readFileSync } from 'node:fs';
import { indicatorTable } from '@shucu/plugin-sdk';
import { describeCategoryPlugin, readAnnexTable } from '@shucu/plugin-sdk/testing';
import plugin from './index.js';

describeCategoryPlugin(plugin, { describe, it, expect });

describe('annex of 甘工信发〔2024〕128号', () => {
  const annex = readAnnexTable(readFileSync(new URL('../fixtures/annex.txt', import.meta.url), 'utf8'));
  const headings = { innovation: '技术创新', incubation: '产业孵化', talent: '人才培育', sme: '中小企业服务' };

  it('has 1 common and 22 rows of variants', () => {
    const rows = plugin.groups.flatMap(({ indicators }) => indicators);
    expect(rows).toHaveLength(23);
    expect(annex).toHaveLength(23);
  });

  it.each(Object.entries(headings))(
    'has the rows of %s word for word, in order, after the common one',
    (variant, heading) => {
      const rows = indicatorTable(plugin, variant).map(({ group, indicator }) => ({
        group: group.title,
        title: indicator.title,
        standard: indicator.standard,
      }));
      const expected = annex
        .filter(({ section }) => section === null || section.startsWith(`${heading}功能类促进中心`))
        .map(({ section: _, ...row }) => row);
      expect(rows).toHaveLength(variant === 'innovation' || variant === 'incubation' ? 6 : 7);
      expect(rows).toEqual(expected);
    },
  );
});
