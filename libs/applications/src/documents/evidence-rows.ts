import type { ApplicationFormData } from '@shucu/documents';
import type { CitedFile } from '@shucu/evidence';
import { statutoryDateOf } from '@shucu/kernel';

/** One row of the evidence list of a document. */
type EvidenceRow = ApplicationFormData['evidence'][number];

/** An evidence list with the numbers of the rows by place. */
export interface EvidenceList {
  readonly rows: EvidenceRow[];
  readonly numbersOf: (place: string) => number[];
}

/** The files as a numbered list, in the order of the places and then of their citation. */
export function evidenceList(files: readonly CitedFile[], places: ReadonlyMap<string, string>): EvidenceList {
  const order = [...places.keys()];
  const sorted = [...files].sort((a, b) => order.indexOf(a.place) - order.indexOf(b.place));
  const rows = sorted.map(({ place, name, bytes, sha256, uploadedAt }, index) => ({
    number: index + 1,
    place: places.get(place) ?? place,
    fileName: name,
    size: shownSize(bytes),
    sha256,
    uploadedOn: statutoryDateOf(uploadedAt),
  }));
  return { rows, numbersOf: (place) => sorted.flatMap((file, index) => (file.place === place ? [index + 1] : [])) };
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** A size as people read it, to one decimal: `2.4 MB`. */
function shownSize(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power]}`;
}
