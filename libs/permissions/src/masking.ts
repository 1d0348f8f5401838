import { isUnmasked } from './abilities.js';
import type { Ability } from './ability.js';
import type { Subject } from './subjects.js';

/** Hides so much of a text that it cannot be used, and leaves what tells its owner that it is the right one. */
export type Mask = (text: string) => string;

const HIDDEN = '****';
/** Of a number that is shorter than a Chinese mobile one, fewer digits may be seen. */
const LONG = 11;

/** `138****0000`; of a short number only the end. */
export const maskPhone: Mask = (phone) =>
  phone.length < LONG ? `${HIDDEN}${phone.slice(-2)}` : `${phone.slice(0, 3)}${HIDDEN}${phone.slice(-4)}`;

/** `z***@example.cn`; of a name of one letter nothing. The domain is that of a department or a provider, not of a person. */
export const maskEmail: Mask = (email) => {
  const at = email.lastIndexOf('@');
  const [first = '', ...more] = email.slice(0, at);
  return `${more.length > 0 ? first : ''}***${email.slice(at)}`;
};

/** The row as it is shown by this ability: its personal fields, those that have a mask, are masked unless granted. */
export function maskedFor<Field extends string, Row extends Readonly<Record<Field, string | null>>>(
  ability: Ability,
  subject: Subject,
  row: Row,
  masks: Readonly<Record<Field, Mask>>,
): Row {
  const hidden = (Object.keys(masks) as Field[]).filter((field) => !isUnmasked(ability, subject, field));
  return { ...row, ...Object.fromEntries(hidden.map((field) => [field, masked(row[field], masks[field])])) };
}

function masked(text: string | null, mask: Mask): string | null {
  return text === null ? null : mask(text);
}
