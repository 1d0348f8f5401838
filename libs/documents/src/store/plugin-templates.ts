import { readFile } from 'node:fs/promises';
import { AppError } from '@shucu/kernel';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import {
  checkTemplate,
  DOCUMENT_CONTRACTS,
  type DocumentKind,
  type Partials,
  platformPartials,
} from '../render/index.js';

/** A template with everything it may include. */
export interface TemplateBundle {
  readonly source: string;
  readonly partials: Partials;
}

/** The template of a kind of document that a plugin brings along. */
export async function pluginTemplate({ id, templates }: CategoryPlugin, kind: string): Promise<TemplateBundle> {
  const url = templates[kind];
  if (!url) throw new AppError('document.template', { reason: `${id} 没有模板 ${kind}` });
  return { source: await readFile(new URL(url), 'utf8'), partials: platformPartials() };
}

/** Refuses plugins whose templates are missing or name a field that their data do not have, with all faults of all of them. */
export async function checkPluginTemplates(plugins: readonly CategoryPlugin[]): Promise<void> {
  const faults: string[] = [];
  for (const plugin of plugins) {
    for (const kind of Object.keys(DOCUMENT_CONTRACTS) as DocumentKind[]) {
      try {
        const { source, partials } = await pluginTemplate(plugin, kind);
        checkTemplate(source, { name: `${plugin.id}/${kind}`, schema: DOCUMENT_CONTRACTS[kind].schema, partials });
      } catch (error) {
        faults.push(error instanceof AppError ? error.sentence('zh') : `${plugin.id}/${kind}: ${String(error)}`);
      }
    }
  }
  if (faults.length > 0) throw new AppError('plugin.faulty', { faults: `\n${faults.join('\n')}` });
}
