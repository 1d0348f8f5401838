import { AppError } from '@shucu/kernel';
import { type CategoryPlugin, definitionFaults, PluginDefinitionError, SDK_VERSION } from '@shucu/plugin-sdk';
import semver from 'semver';

/** A plugin with the module that it came from, which the sandbox imports again. */
export interface InstalledPlugin {
  readonly plugin: CategoryPlugin;
  readonly moduleUrl: string;
}

/** The installed category plugins. A faulty one is refused when they are loaded, with all faults of all plugins. */
export class PluginRegistry {
  private constructor(private readonly installed: ReadonlyMap<string, InstalledPlugin>) {}

  /** Imports the modules (URLs) and checks what they export by default. Throws `AppError` `plugin.faulty`. */
  static async load(moduleUrls: readonly string[]): Promise<PluginRegistry> {
    const faults: string[] = [];
    const installed = new Map<string, InstalledPlugin>();
    for (const moduleUrl of moduleUrls) {
      const plugin = await importPlugin(moduleUrl, faults);
      if (!plugin) continue;
      if (!semver.satisfies(SDK_VERSION, plugin.sdk)) {
        faults.push(`${plugin.id}@${plugin.version} needs SDK ${plugin.sdk}, this platform has ${SDK_VERSION}`);
      }
      const twin = installed.get(plugin.id);
      if (twin) faults.push(`id "${plugin.id}" is taken by two plugins: ${twin.moduleUrl} and ${moduleUrl}`);
      installed.set(plugin.id, { plugin, moduleUrl });
    }
    if (faults.length > 0) throw new AppError('plugin.faulty', { faults: `\n${faults.join('\n')}` });
    return new PluginRegistry(installed);
  }

  list(): CategoryPlugin[] {
    return [...this.installed.values()].map(({ plugin }) => plugin);
  }

  find(id: string): CategoryPlugin | undefined {
    return this.installed.get(id)?.plugin;
  }

  /** The plugin of a category; refuses an unknown one, naming those that there are. */
  get(id: string): CategoryPlugin {
    return this.module(id).plugin;
  }

  /** The plugin with its module. */
  module(id: string): InstalledPlugin {
    const found = this.installed.get(id);
    if (!found) throw new AppError('plugin.unknown', { id, known: [...this.installed.keys()].join('、') });
    return found;
  }
}

async function importPlugin(moduleUrl: string, faults: string[]): Promise<CategoryPlugin | null> {
  try {
    const module = (await import(moduleUrl)) as { default?: CategoryPlugin };
    const found = definitionFaults(module.default);
    if (found.length === 0 && module.default) return module.default;
    faults.push(...found.map(({ path, message }) => `${moduleUrl}: ${path}: ${message}`));
  } catch (error) {
    const known = error instanceof PluginDefinitionError;
    faults.push(known ? error.message : `${moduleUrl} cannot be imported: ${String(error)}`);
  }
  return null;
}
