import { readFileSync } from 'node:fs';
import { indicatorTable } from '@shucu/plugin-sdk';
import { describeCategoryPlugin, readAnnexTable } from '@shucu/plugin-sdk/testing';
import plugin from './index.js';

describeCategoryPlugin(plugin, { describe, it, expect });

describe('annex of 甘工信发〔2024〕128号', () => {
  const annex = readAnnexTable(readFileSync(new URL('../fixtures/annex.txt', import.meta.url), 'utf8'));

  it('has its 19 rows word for word, in its order', () => {
    const rows = indicatorTable(plugin, null).map(({ group, indicator }) => ({
      section: null,
      group: group.title,
      title: indicator.title,
      standard: indicator.standard,
    }));
    expect(rows).toHaveLength(19);
    expect(rows).toEqual(annex);
  });
});
