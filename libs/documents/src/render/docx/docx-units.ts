const TWIPS_PER_POINT = 20;
const TWIPS_PER_MILLIMETRE = (72 / 25.4) * TWIPS_PER_POINT;

/** Points as twips, Word's unit of length. */
export function points(value: number): number {
  return Math.round(value * TWIPS_PER_POINT);
}

/** Millimetres as twips. */
export function millimetres(value: number): number {
  return Math.round(value * TWIPS_PER_MILLIMETRE);
}

/** A font size in points as half points, as runs state it. */
export function fontSize(value: number): number {
  return value * 2;
}

/** The same font for Chinese and Latin text. */
export function font(name: string): { ascii: string; eastAsia: string; hAnsi: string } {
  return { ascii: name, eastAsia: name, hAnsi: name };
}
