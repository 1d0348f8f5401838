import { reaches, when } from '../criteria/condition-builders.js';
import { atLeast, judged } from '../criteria/criterion-builders.js';
import { gradeCohort } from '../grading/grade-cohort.js';
import type { CategoryPlugin, IndicatorGroup } from '../plugin/category-plugin.types.js';
import { failUnlessAll, group, indicator, passIfAny } from '../plugin/indicator-builders.js';
import { pluginOf, sampleDefinition, samplePlugin, scoreOf } from '../testing/sample-plugin.js';
import type { ScoreSheet } from './score-sheet.types.js';
import { withVerdict } from './verdict.js';

const served = atLeast('a', 100, '家', { title: '服务企业' });
const grade = (plugin: CategoryPlugin, sheet: ScoreSheet) =>
  gradeCohort(plugin, { sheets: [sheet], history: {} })[sheet.centerId]?.grade;

describe('gates', () => {
  it('pass directly when any condition holds', () => {
    const award = reaches('b', 1, '项', { title: '国家级奖项' });
    const pilot = when('国家试点', ({ measures }) => measures['c'] === '1', ['c']);
    const plugin = pluginOf([served], { gates: [passIfAny('national', '国家级认定', [award, pilot])] });
    const graded = (measures: Record<string, string | null>) => grade(plugin, scoreOf(plugin, measures));
    expect(graded({ a: '10' })).toBe('fail');
    expect(graded({ a: '10', b: '1' })).toBe('pass');
    expect(graded({ a: '10', c: '1' })).toBe('pass');
    expect(graded({ a: '10', b: null })).toBe('fail');
    expect(graded({ a: '95', b: '1' })).toBe('excellent');
    expect(scoreOf(plugin, { a: '10', b: '1' }).verdict).toEqual({
      atLeast: 'pass',
      atMost: null,
      reasons: [{ id: 'national', explanation: '国家级认定：国家级奖项 1 项（标准不少于 1 项），直接评定为合格以上' }],
    });
  });

  it('fail when one of the conditions is missing, whatever the total', () => {
    const gate = failUnlessAll('staff', '基本条件', [reaches('b', 5, '人', { title: '专职人员', inclusive: false })]);
    const plugin = pluginOf([served], { gates: [gate] });
    expect(grade(plugin, scoreOf(plugin, { a: '100', b: '6' }))).toBe('excellent');
    const sheet = scoreOf(plugin, { a: '100', b: '5' });
    expect(grade(plugin, sheet)).toBe('fail');
    expect(sheet.verdict?.reasons[0]?.explanation).toBe(
      '基本条件：专职人员 5 人（标准超过 5 人），未满足，评定为不合格',
    );
  });

  it('let a ceiling win over a lift', () => {
    expect(withVerdict('good', { atLeast: 'pass', atMost: 'fail', reasons: [] })).toBe('fail');
    expect(withVerdict('fail', { atLeast: 'pass', atMost: null, reasons: [] })).toBe('pass');
    expect(withVerdict('excellent', { atLeast: null, atMost: 'good', reasons: [] })).toBe('good');
    expect(withVerdict('good', null)).toBe('good');
  });
});

describe('floors and vetoes of a group', () => {
  const withGroup = (options: Partial<IndicatorGroup>) => {
    const [service, ...others] = sampleDefinition().groups;
    return samplePlugin({ groups: [...(service === undefined ? [] : [{ ...service, ...options }]), ...others] });
  };
  const scored = (plugin: CategoryPlugin, served: string) =>
    scoreOf(plugin, { served, staff: '1' }, { opinions: { 'capability.level': { score: '100' } } });

  it('cap the grade below the floor, not at it', () => {
    const plugin = withGroup({ floor: { share: '0.9', otherwise: 'pass' } });
    expect(grade(plugin, scored(plugin, '180'))).toBe('excellent');
    const below = scored(plugin, '179');
    expect(grade(plugin, below)).toBe('pass');
    expect(below.verdict?.reasons).toEqual([
      { id: 'service.floor', explanation: '服务得 53.7 分，低于下限 54 分，最高评定为合格' },
    ]);
  });

  it('veto a group without any points', () => {
    const plugin = withGroup({ veto: true });
    expect(scored(plugin, '1').verdict).toBeNull();
    expect(scored(plugin, '0').verdict).toEqual({
      atLeast: null,
      atMost: 'fail',
      reasons: [{ id: 'service.veto', explanation: '服务得 0 分，一票否决，评定为不合格' }],
    });
  });

  it('do not ask anything of a group that has no weight', () => {
    const idle = group(
      '闲置',
      [indicator('idle', { title: '闲置', standard: '无', weight: 0, criteria: [judged('x', { title: '无' })] })],
      {
        veto: true,
      },
    );
    const plugin = samplePlugin({ groups: [...sampleDefinition().groups, idle] });
    expect(scored(plugin, '200').verdict).toBeNull();
  });
});
