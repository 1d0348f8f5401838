/** What kind of refusal an error is, free of HTTP. */
export type ErrorKind =
  | 'invalid'
  | 'malformed'
  | 'tooLarge'
  | 'headersTooLarge'
  | 'urlTooLong'
  | 'timeout'
  | 'notAllowed'
  | 'tooMany'
  | 'unsupported'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'precondition'
  | 'unavailable';

/** One error: its kind and its sentences. */
export interface ErrorSentences {
  readonly kind: ErrorKind;
  readonly zh: string;
  readonly en: string;
}
