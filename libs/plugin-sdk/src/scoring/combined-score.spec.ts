import { allOrNothing } from '../criteria/attainment-rules.js';
import { atLeast, bestOf, judged, kOfN } from '../criteria/criterion-builders.js';
import { pluginOf, scoreOf } from '../testing/sample-plugin.js';

const a = atLeast('a', 200, '家', { title: '服务企业' });
const b = atLeast('b', 10, '项', { title: '合作项目' });
const c = atLeast('c', 2, '场', { title: '活动', attainment: allOrNothing() });

describe('bestOf', () => {
  const plugin = pluginOf([bestOf('scale', { title: '服务规模' }, [a, b])]);

  it('takes the best attained of its measures and says which', () => {
    const sheet = scoreOf(plugin, { a: '100', b: '8' });
    const criterion = sheet.indicators[0]?.criteria[0];
    expect(sheet.total).toBe('80');
    expect(criterion).toMatchObject({ measure: 'b', value: '8', threshold: '10', attainment: '0.8' });
    expect(criterion?.parts.map(({ attainment }) => attainment)).toEqual(['0.5', '0.8']);
    expect(criterion?.explanation).toBe(
      '服务规模取最优一项：合作项目 8 项，标准不少于 10 项，达成率 80.00%，得 80 分（满分 100 分）',
    );
  });

  it('lets a missing measure stand back and reports it', () => {
    const sheet = scoreOf(plugin, { a: '100', b: null });
    expect(sheet.total).toBe('50');
    expect(sheet.missing.map(({ key, kind, blocking }) => ({ key, kind, blocking }))).toContainEqual({
      key: 'only.b',
      kind: 'measure',
      blocking: false,
    });
  });
});

describe('kOfN', () => {
  const plugin = pluginOf([kOfN('conditions', { title: '条件', need: 2 }, [a, b, c])]);
  const total = (measures: Record<string, string>) => scoreOf(plugin, measures).total;

  it('is full when enough conditions are fully attained, in proportion below', () => {
    expect(total({ a: '199', b: '9', c: '1' })).toBe('0');
    expect(total({ a: '200', b: '9', c: '1' })).toBe('50');
    expect(total({ a: '200', b: '9', c: '2' })).toBe('100');
    expect(total({ a: '200', b: '10', c: '2' })).toBe('100');
  });

  it('says which conditions are met', () => {
    expect(scoreOf(plugin, { a: '200', b: '9' }).indicators[0]?.criteria[0]?.explanation).toBe(
      '条件满足 1 项（服务企业 200 家（已满足）、合作项目 9 项（未满足）、活动 0 场（未满足）），标准为 3 项中不少于 2 项，达成率 50.00%，得 50 分（满分 100 分）',
    );
  });
});

describe('weighted mean of criteria', () => {
  it('counts each by its own weight', () => {
    const plugin = pluginOf([{ ...a, weight: 3 }, judged('level', { title: '水平' })]);
    const sheet = scoreOf(plugin, { a: '100' }, { opinions: { 'only.level': { score: '90' } } });
    expect(sheet.total).toBe('60');
    expect(sheet.indicators[0]?.criteria.map(({ score, fullScore, weight }) => [score, fullScore, weight])).toEqual([
      ['37.5', '75', '3'],
      ['22.5', '25', '1'],
    ]);
  });

  it('adds thirds up to a whole', () => {
    const thirds = pluginOf([a, b, c]);
    expect(scoreOf(thirds, { a: '200', b: '10', c: '2' }).total).toBe('100');
    expect(scoreOf(thirds, { a: '200', b: '10' }).total).toBe('66.666666666667');
  });
});
