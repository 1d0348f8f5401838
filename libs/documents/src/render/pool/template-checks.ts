import { sha256 } from '@shucu/kernel';
import type { z } from 'zod';
import { checkTemplate, type TemplateOptions } from '../template/compile-template.js';

const MAX_REMEMBERED = 256;

/** Remembers which templates were checked against which schema, so that a thousand reports check theirs once. */
export class TemplateChecks {
  private readonly hashes = new Map<string, string>();
  private readonly schemaIds = new WeakMap<z.ZodType, number>();
  private schemaCount = 0;

  /** The template's hash; throws what {@link checkTemplate} throws. */
  hashOf(source: string, options: TemplateOptions): string {
    const key = `${this.schemaId(options.schema)} ${sha256(JSON.stringify([options.name, source, options.partials]))}`;
    const known = this.hashes.get(key);
    if (known !== undefined) return known;
    const hash = checkTemplate(source, options);
    if (this.hashes.size >= MAX_REMEMBERED) this.hashes.clear();
    this.hashes.set(key, hash);
    return hash;
  }

  private schemaId(schema: z.ZodType | null): number {
    if (schema === null) return 0;
    const id = this.schemaIds.get(schema) ?? ++this.schemaCount;
    this.schemaIds.set(schema, id);
    return id;
  }
}
