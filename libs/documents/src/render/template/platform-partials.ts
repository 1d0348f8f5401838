import { readdirSync, readFileSync } from 'node:fs';
import type { Partials } from './compile-template.js';

const DIRECTORY = new URL('../../../templates/', import.meta.url);

/** The platform's own texts by the name a template includes them with: `{{> platform/report-cover}}`. */
export function platformPartials(): Partials {
  const files = readdirSync(DIRECTORY).filter((file) => file.endsWith('.hbs'));
  return Object.fromEntries(
    files.map((file) => [`platform/${file.slice(0, -'.hbs'.length)}`, readFileSync(new URL(file, DIRECTORY), 'utf8')]),
  );
}
