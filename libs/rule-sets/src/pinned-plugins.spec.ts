import { AppError } from '@shucu/kernel';
import { contentHash, refuseOtherPlugin } from './pinned-plugins.js';
import { ruleParametersSchema } from './rule-parameters.js';
import type { RuleSet } from './rule-set.entity.js';

const plugin = (version: string) => ({ id: 'industry', version, title: { 'zh-CN': '行业类', en: 'Industry' } });
const pinned = (version?: string): Pick<RuleSet, 'documentNumber' | 'plugins'> => ({
  documentNumber: '甘工信发〔2024〕128号',
  plugins: version ? { industry: version } : {},
});

describe('a rule set that is pinned to versions of plugins', () => {
  it('is scored by the same major version only, and refuses another one by name', () => {
    expect(() => refuseOtherPlugin(pinned('1.9.0'), plugin('1.10.2'))).not.toThrow();
    expect(() => refuseOtherPlugin(pinned(), plugin('3.0.0'))).not.toThrow();
    const refusal = (): void => refuseOtherPlugin(pinned('1.9.0'), plugin('10.0.0'));
    expect(refusal).toThrow(AppError);
    try {
      refusal();
    } catch (error) {
      expect((error as AppError).code).toBe('ruleSet.pluginVersion');
      expect((error as AppError).sentence('zh')).toContain('行业类 1.9.0 施行，当前安装的是 10.0.0');
    }
  });

  it('has another content when a parameter, an override or a plugin changes, and the same in another order of keys', () => {
    const parameters = ruleParametersSchema.parse({});
    const registry = (version: string) => ({ list: () => [plugin(version)] as never });
    const overrides = { industry: { weights: { a: '8', b: '2' } } };
    const hash = contentHash({ parameters, overrides }, registry('1.0.0'));
    const turned = { industry: { weights: { b: '2', a: '8' } } };
    expect(contentHash({ parameters, overrides: turned }, registry('1.0.0'))).toBe(hash);
    const others = [
      contentHash({ parameters, overrides: {} }, registry('1.0.0')),
      contentHash({ parameters: { ...parameters, banYears: 3 }, overrides }, registry('1.0.0')),
      contentHash({ parameters, overrides }, registry('1.0.1')),
    ];
    expect(new Set([hash, ...others]).size).toBe(4);
  });
});
