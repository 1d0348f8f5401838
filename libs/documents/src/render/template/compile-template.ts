import { AppError, sha256 } from '@shucu/kernel';
import Handlebars from 'handlebars';
import type { z } from 'zod';
import { shapeOf } from './data-shape.js';
import { checkFields } from './field-check.js';
import { templateFault } from './template-fault.js';
import { TEMPLATE_HELPERS } from './template-helpers.js';
import { parseTemplate } from './template-syntax.js';

export type Partials = Readonly<Record<string, string>>;

export interface TemplateOptions {
  /** Name in messages, e.g. `rating-report`. */
  readonly name: string;
  /** Schema of the data; null leaves the fields to the strict rendering. */
  readonly schema: z.ZodType | null;
  readonly partials: Partials;
}

export interface CompiledTemplate {
  readonly name: string;
  /** SHA-256 of the source and of the partials it reaches. */
  readonly hash: string;
  /** The HTML that the template writes over the data; a field that is missing is an error (`document.template`). */
  render(data: unknown): string;
}

/**
 * Compiles a template: strict, escaped, with allow-listed helpers and static partials only. Refuses (`document.template`, name
 * and line) whatever {@link parseTemplate} and the field check refuse. Rendering hostile templates belongs in a worker thread.
 */
export function compileTemplate(source: string, { name, schema, partials }: TemplateOptions): CompiledTemplate {
  const hash = checkTemplate(source, { name, schema, partials });
  const handlebars = Handlebars.create();
  for (const helper of Object.keys(handlebars.helpers)) {
    if (!BLOCK_HELPERS.includes(helper)) handlebars.unregisterHelper(helper);
  }
  for (const [helper, { parameters, apply }] of Object.entries(TEMPLATE_HELPERS)) {
    handlebars.registerHelper(helper, (...values: unknown[]) => apply(...values.slice(0, parameters)));
  }
  const run = handlebars.compile<unknown>(source, COMPILE_OPTIONS);
  const compiled = mapPartials(partials, (text) => handlebars.compile<unknown>(text, COMPILE_OPTIONS));
  return {
    name,
    hash,
    render(data) {
      try {
        return run(data, { partials: compiled, ...RUNTIME_OPTIONS });
      } catch (error) {
        throw renderFault(name, error);
      }
    },
  };
}

/** The checks of {@link compileTemplate} without compiling; gives the template's hash. */
export function checkTemplate(source: string, { name, schema, partials }: TemplateOptions): string {
  const program = parseTemplate(source, name);
  const programs = new Map(Object.entries(partials).map(([partial, text]) => [partial, parseTemplate(text, partial)]));
  const used = checkFields({ name, program, partials: programs }, schema && shapeOf(schema));
  const parts = [...used].sort().map((partial) => [partial, partials[partial]]);
  return sha256(JSON.stringify([source, ...parts]));
}

/** `helperMissing` and `blockHelperMissing` stay too: Handlebars moves them out of the reach of templates by itself. */
const BLOCK_HELPERS = ['each', 'with', 'if', 'unless', 'helperMissing', 'blockHelperMissing'];

const KNOWN_HELPERS = Object.fromEntries(
  ['each', 'with', 'if', 'unless', ...Object.keys(TEMPLATE_HELPERS)].map((helper) => [helper, true]),
) as KnownHelpers;

const COMPILE_OPTIONS: CompileOptions = {
  strict: true,
  knownHelpers: KNOWN_HELPERS,
  knownHelpersOnly: true,
  preventIndent: true,
};

const RUNTIME_OPTIONS = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

function mapPartials<T>(partials: Partials, map: (text: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(partials).map(([name, text]) => [name, map(text)]));
}

function renderFault(name: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const line = error instanceof Handlebars.Exception ? Number(error.lineNumber) : Number.NaN;
  const message = error instanceof Error ? error.message : String(error);
  return templateFault(name, Number.isInteger(line) ? line : undefined, message);
}
