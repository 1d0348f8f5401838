import { AppError, canonicalJson, sha256 } from '@shucu/kernel';
import type { PluginRegistry } from '@shucu/plugin-host';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import type { RuleSet } from './rule-set.entity.js';

/** Versions of the installed category plugins by category id. */
export function installedVersions(plugins: Pick<PluginRegistry, 'list'>): Record<string, string> {
  return Object.fromEntries(plugins.list().map(({ id, version }) => [id, version]));
}

/** SHA-256 of everything by which a rule set decides a score: its parameters and overrides, and the plugins that would be pinned. */
export function contentHash(
  { parameters, overrides }: Pick<RuleSet, 'parameters' | 'overrides'>,
  plugins: Pick<PluginRegistry, 'list'>,
): string {
  return sha256(canonicalJson({ parameters, overrides, plugins: installedVersions(plugins) }));
}

/**
 * Refuses to score by a plugin of another major version than the rule set came into force with (`ruleSet.pluginVersion`); a draft,
 * and a rule set that is older than the pinning, has none to differ from.
 */
export function refuseOtherPlugin(
  { documentNumber, plugins }: Pick<RuleSet, 'documentNumber' | 'plugins'>,
  { id, version, title }: Pick<CategoryPlugin, 'id' | 'version' | 'title'>,
): void {
  const pinned = plugins[id];
  if (pinned === undefined || majorOf(pinned) === majorOf(version)) return;
  throw new AppError('ruleSet.pluginVersion', { documentNumber, plugin: title['zh-CN'], pinned, installed: version });
}

function majorOf(version: string): string {
  return version.split('.', 1).join();
}
