import {
  FAR_TIMES,
  figureTitle,
  type HintKind,
  type HintTexts,
  hintTexts,
  OTHER_CENTER,
  OTHER_PAPERS,
  placeText,
  timesOf,
} from './hint-catalogue.js';
import type { CitingEnd, CodedRow, FarFigure, FileTwice, RecordTwice } from './hints.repository.js';

/** A row that a hint points to; ids are left out where the reader may not know them. */
export interface HintSubject {
  readonly kind: string;
  readonly id: string | null;
  readonly centerId: string | null;
  readonly place: string | null;
}

/** Something that a person should look at. It decides nothing. */
export interface Hint {
  readonly kind: HintKind;
  readonly texts: HintTexts;
  /** The row of the center itself. */
  readonly subject: HintSubject;
  /** The row of somebody else, or of another year or indicator, that it stands against. */
  readonly against: HintSubject | null;
}

/** Which centers may be named, and how they are called. */
export type Names = ReadonlyMap<string, string>;

/** `isKnown`: whether the reader may know of the other place. */
export function fileHint({ file, sha256, here, there }: FileTwice, isKnown: boolean, names: Names): Hint {
  const of = (end: CitingEnd): HintTexts => placeText(nameOf(end.centerId, names), end);
  return {
    kind: 'fileCitedTwice',
    texts: hintTexts('fileCitedTwice', {
      file,
      hash: sha256.slice(0, 8),
      here: of(here),
      there: isKnown ? of(there) : OTHER_PAPERS,
    }),
    subject: subjectOf(here, names),
    against: isKnown ? subjectOf(there, names) : { kind: there.kind, id: null, centerId: null, place: null },
  };
}

/** A record that another center has as well. */
export function recordHint(row: RecordTwice, centerId: string, names: Names): Hint {
  const { id, title, enterprise, servedOn, otherId, otherCenterId } = row;
  const there = nameOf(otherCenterId, names);
  return {
    kind: 'recordClaimedTwice',
    texts: hintTexts('recordClaimedTwice', { date: servedOn, enterprise, title, there }),
    subject: { kind: 'serviceRecord', id, centerId, place: null },
    against: subjectOf({ kind: 'serviceRecord', id: otherId, centerId: otherCenterId }, names),
  };
}

/** A row with a credit code that cannot be. */
export function codeHint({ kind, id, title, code }: CodedRow, centerId: string): Hint {
  return {
    kind: 'impossibleCode',
    texts: hintTexts('impossibleCode', { title, code }),
    subject: { kind, id, centerId, place: 'enterprise' },
    against: null,
  };
}

/** A figure far from the center's own past; `title` is what the category calls it, if it declares it. */
export function figureHint(
  { name, value, mean, count }: FarFigure,
  { centerId, year, title }: { centerId: string; year: number; title: string | undefined },
): Hint {
  const numbers = { year: String(year), value, mean, count: String(count), limit: String(FAR_TIMES) };
  const figure = figureTitle(name, title);
  return {
    kind: 'figureFarFromPast',
    texts: hintTexts('figureFarFromPast', { ...numbers, figure, times: timesOf(value, mean) }),
    subject: { kind: 'yearlyFigure', id: centerId, centerId, place: name },
    against: null,
  };
}

function nameOf(centerId: string | null, names: Names): string | HintTexts {
  if (centerId === null) return OTHER_PAPERS;
  return names.get(centerId) ?? OTHER_CENTER;
}

function subjectOf(
  { kind, id, centerId, place }: Pick<CitingEnd, 'kind' | 'id' | 'centerId'> & Partial<Pick<CitingEnd, 'place'>>,
  names: Names,
): HintSubject {
  const isKnown = centerId !== null && names.has(centerId);
  return { kind, id: isKnown ? id : null, centerId: isKnown ? centerId : null, place: place ?? null };
}
