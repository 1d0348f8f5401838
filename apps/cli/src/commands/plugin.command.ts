import { checkPluginTemplates } from '@shucu/documents';
import { PLUGINS } from '@shucu/platform';
import { PluginRegistry } from '@shucu/plugin-host';
import type { Command } from 'commander';

/** `shucu plugin check`: are the installed category plugins sound? */
export function registerPluginCommands(program: Command): void {
  const plugin = program.command('plugin').description('category plugins');
  plugin
    .command('check')
    .description('load every plugin as the platform does at boot; lists all faults of all plugins and templates')
    .action(async () => {
      const registry = await PluginRegistry.load(PLUGINS);
      await checkPluginTemplates(registry.list());
      for (const { id, version, title, groups } of registry.list()) {
        const rows = groups.reduce((sum, { indicators }) => sum + indicators.length, 0);
        process.stdout.write(`${id}@${version} ${title['zh-CN']}: ${rows} indicators, sound\n`);
      }
    });
}
