import { readFile } from 'node:fs/promises';
import { AppError } from '@shucu/kernel';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import {
  checkTemplate,
  DOCUMENT_CONTRACTS,
  DOCUMENT_KINDS,
  type DocumentKind,
  platformPartials,
} from '../render/index.js';
import { PLATFORM, platformTemplate } from './platform-templates.js';
import type { TemplateBundle } from './template-bundle.js';

/** The template of a kind of document that a plugin brings along. */
export async function pluginTemplate({ id, templates }: CategoryPlugin, kind: string): Promise<TemplateBundle> {
  const url = templates[kind];
  if (!url) throw new AppError('document.template', { reason: `${id} 没有模板 ${kind}` });
  return { source: await readFile(new URL(url), 'utf8'), partials: platformPartials() };
}

/**
 * Refuses templates that name a field which their data do not have, those of the plugins and the platform's own, with all faults
 * of all of them (`plugin.faulty`); a plugin brings the kinds it wants to.
 */
export async function checkPluginTemplates(plugins: readonly CategoryPlugin[]): Promise<void> {
  const faults: string[] = [];
  for (const kind of DOCUMENT_KINDS) {
    const own = plugins.filter(({ templates }) => templates[kind] !== undefined);
    faults.push(...(await faultsOf(PLATFORM, kind, async () => platformTemplate(kind))));
    for (const plugin of own) faults.push(...(await faultsOf(plugin.id, kind, () => pluginTemplate(plugin, kind))));
  }
  if (faults.length > 0) throw new AppError('plugin.faulty', { faults: `\n${faults.join('\n')}` });
}

async function faultsOf(owner: string, kind: DocumentKind, read: () => Promise<TemplateBundle>): Promise<string[]> {
  try {
    const { source, partials } = await read();
    checkTemplate(source, { name: `${owner}/${kind}`, schema: DOCUMENT_CONTRACTS[kind].schema, partials });
    return [];
  } catch (error) {
    return [error instanceof AppError ? error.sentence('zh') : `${owner}/${kind}: ${String(error)}`];
  }
}
