import { Injectable } from '@nestjs/common';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { z } from 'zod';
import { DOCUMENT_CONTRACTS, DOCUMENT_KINDS, type DocumentKind } from '../render/index.js';
import { type TemplateChoice, TemplateSourceService } from './template-source.service.js';

/** A kind of documents as one who writes a template for it needs to know it. */
export interface DocumentKindDescription {
  readonly kind: DocumentKind;
  readonly title: { readonly 'zh-CN': string; readonly en: string };
  readonly layout: string;
  /** Its data as a JSON Schema: the fields that a template may name. */
  readonly fields: Record<string, unknown>;
  /** Whose template is used, by category; `category` is null for what belongs to none. */
  readonly templates: readonly (TemplateChoice & { readonly category: string | null })[];
}

/** Tells which documents there are, what data they have and from whose templates they are made now. */
@Injectable()
export class DocumentKindsService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly sources: TemplateSourceService,
  ) {}

  async list(actor: Actor): Promise<DocumentKindDescription[]> {
    conditionsOf(actor, 'read', 'DocumentTemplate');
    const categories = [null, ...this.plugins.list().map(({ id }) => id)];
    const kinds: DocumentKindDescription[] = [];
    for (const kind of DOCUMENT_KINDS) {
      const { title, layout } = DOCUMENT_CONTRACTS[kind];
      const templates: DocumentKindDescription['templates'][number][] = [];
      for (const category of categories) templates.push({ category, ...(await this.sources.choose(kind, category)) });
      kinds.push({ kind, title, layout, fields: fieldsOf(kind), templates });
    }
    return kinds;
  }
}

const fields = new Map<DocumentKind, Record<string, unknown>>();

function fieldsOf(kind: DocumentKind): Record<string, unknown> {
  const known = fields.get(kind) ?? z.toJSONSchema(DOCUMENT_CONTRACTS[kind].schema, { io: 'output' });
  fields.set(kind, known);
  return known;
}
