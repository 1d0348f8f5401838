import { existsSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../', import.meta.url);

/** A document of the repository. */
export const readDocument = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

const all = (text: string, form: RegExp): string[][] => [...text.matchAll(form)].map((match) => match.slice(1));

/** A test that the document names: the text of a link to a test file is the name of a test in it. */
export function citedTests(text: string): { name: string; path: string }[] {
  return all(text, /\[([^\]]+)\]\(\.\.\/([\w./-]+\.(?:spec|e2e)\.ts)\)/g).flatMap(([name = '', path = '']) =>
    path.endsWith(`/${name.replaceAll('`', '')}`) ? [] : [{ name, path }],
  );
}

/** Every file and folder that the document names. */
function citedFiles(text: string): string[] {
  const linked = all(text, /\]\(\.\.\/([\w./-]+)\)/g);
  const named = all(text, /`((?:apps|libs|plugins|test|docs|scripts)\/[\w./-]+)`/g);
  return [...linked, ...named].map(([path = '']) => path);
}

/** Whether a test, or a group of tests, of this name runs in a source. */
export function runs(source: string, name: string): boolean {
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return (
    new RegExp(`\\(\\s*(['"\`])${quoted}\\1,`).test(source) &&
    !new RegExp(`\\.(?:skip|todo|failing)\\(\\s*(['"\`])${quoted}\\1`).test(source)
  );
}

/** What a document says that is not so: files that are not there, tests that do not run. */
export function faultsOf(text: string): string[] {
  const gone = citedFiles(text).filter((path) => !existsSync(new URL(path, ROOT)));
  const unproven = citedTests(text)
    .filter(({ path }) => !gone.includes(path))
    .filter(({ name, path }) => !runs(readDocument(path), name));
  return [...gone, ...unproven.map(({ name, path }) => `${path}: ${name}`)];
}
