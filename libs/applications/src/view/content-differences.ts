import type { ApplicationContent } from '../dossier/application-content.js';

/** A field that says something else in two contents; null where it says nothing. */
export interface ContentDifference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Field by field what differs between two contents, in the order of the fields. `nameOf` gives the names of the members. */
export function contentDifferences(
  before: ApplicationContent,
  after: ApplicationContent,
  nameOf: (organizationId: string) => string,
): ContentDifference[] {
  const [earlier, later] = [leavesOf(before, nameOf), leavesOf(after, nameOf)];
  const fields = [...new Set([...earlier.keys(), ...later.keys()])];
  return fields
    .map((field) => ({ field, before: earlier.get(field) ?? null, after: later.get(field) ?? null }))
    .filter((difference) => difference.before !== difference.after);
}

function leavesOf(content: ApplicationContent, nameOf: (organizationId: string) => string): Map<string, string> {
  const { dossier, claimed, facts, memberIds, evidence, ...rest } = content;
  const files = Object.entries(evidence).map(([place, cited]) => [place, cited.map(shownFile).join('；')]);
  const leaves = new Map<string, string>();
  collect(leaves, '', {
    ...{ ...rest, ...dossier, claimed, facts },
    memberIds: memberIds.map(nameOf).join('、') || null,
    evidence: Object.fromEntries(files),
  });
  return leaves;
}

/** Enough of the hash to tell two files of one name apart. */
const SHOWN_HASH = 12;

function shownFile({ name, sha256 }: ApplicationContent['evidence'][string][number]): string {
  return `${name}（SHA-256 ${sha256.slice(0, SHOWN_HASH)}）`;
}

function collect(leaves: Map<string, string>, path: string, value: unknown): void {
  if (value === null || value === undefined || value === '') return;
  if (typeof value !== 'object') {
    leaves.set(path, String(value));
    return;
  }
  for (const [key, part] of Object.entries(value)) collect(leaves, path ? `${path}.${key}` : key, part);
}
