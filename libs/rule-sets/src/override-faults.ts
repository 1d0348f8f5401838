import { AppError, type FieldFault } from '@shucu/kernel';
import type { PluginRegistry } from '@shucu/plugin-host';
import { overrideFaults } from '@shucu/plugin-sdk';
import type { RuleOverrides } from './rule-set.entity.js';

/** What is wrong with a rule set's own figures beside the installed plugins: unknown categories and ids, weights that do not sum to 100, faulty bands. */
export function faultsOfOverrides(plugins: PluginRegistry, overrides: RuleOverrides): FieldFault[] {
  return Object.entries(overrides).flatMap(([category, own]) => {
    const plugin = plugins.find(category);
    if (!plugin) {
      const known = plugins
        .list()
        .map(({ id }) => id)
        .join('、');
      return [{ field: `overrides.${category}`, rule: 'oneOf', message: `没有类别“${category}”，可用：${known}` }];
    }
    return overrideFaults(plugin, own).map(({ path, message }) => ({
      field: path.replace(/^overrides/, `overrides.${category}`),
      rule: 'override',
      message,
    }));
  });
}

/** Refuses content with faults, all of them named. */
export function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
}
