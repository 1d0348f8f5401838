import { Injectable } from '@nestjs/common';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import type { DocumentKind } from '../render/index.js';
import { platformPartials } from '../render/index.js';
import { DocumentTemplate } from './document-template.entity.js';
import { PLATFORM, platformTemplate, platformVersion } from './platform-templates.js';
import { pluginTemplate } from './plugin-templates.js';
import type { TemplateBundle } from './template-bundle.js';

/** Whose template a document is made from, and which version of it. */
export interface TemplateChoice {
  /** `platform`, the id of a plugin, or `tenant:<id of the template>`. */
  readonly template: string;
  readonly templateVersion: string;
}

const TENANT_PREFIX = 'tenant:';

/** Finds the template of a kind: the tenant's own in force, else the one of the category's plugin, else the platform's. */
@Injectable()
export class TemplateSourceService {
  constructor(private readonly plugins: PluginRegistry) {}

  /** In the caller's transaction; `category` is the plugin's id, null for what belongs to no category. */
  async choose(kind: DocumentKind, category: string | null): Promise<TemplateChoice> {
    const { manager, tenantId } = TenantContext;
    const own = await manager.findOne(DocumentTemplate, {
      where: { tenantId, kind, state: 'inForce' },
      select: { tenantId: true, id: true, number: true },
    });
    if (own) return { template: `${TENANT_PREFIX}${own.id}`, templateVersion: String(own.number) };
    const plugin = category === null ? null : this.plugins.get(category);
    if (plugin?.templates[kind]) return { template: plugin.id, templateVersion: plugin.version };
    return { template: PLATFORM, templateVersion: platformVersion() };
  }

  /** The text of a chosen template with all it may include; one of the tenant is read in the open transaction. */
  async read(template: string, kind: string): Promise<TemplateBundle> {
    if (template === PLATFORM) return platformTemplate(kind as DocumentKind);
    if (!template.startsWith(TENANT_PREFIX)) return pluginTemplate(this.plugins.get(template), kind);
    const { manager, tenantId } = TenantContext;
    const id = template.slice(TENANT_PREFIX.length);
    const { source } = await manager.findOneByOrFail(DocumentTemplate, { tenantId, id });
    return { source, partials: platformPartials() };
  }
}
