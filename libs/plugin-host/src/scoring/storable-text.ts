const MAX_MESSAGE = 500;
/** Far longer than any explanation, and short enough that a decimal of this length still fits a `numeric` column. */
const MAX_TEXT = 100_000;
/** What `jsonb` refuses: U+0000, and halves of surrogate pairs, which are no characters. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** The message as the database can keep it: what it refuses is replaced by U+FFFD, and 500 characters at most. */
export function storableMessage(message: string): string {
  return message.slice(0, MAX_MESSAGE).replace(UNSTORABLE, '\uFFFD');
}

/** Whether every string in plain data can be kept in a `jsonb` column as it is. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_TEXT && value.search(UNSTORABLE) < 0;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isStorable);
}
