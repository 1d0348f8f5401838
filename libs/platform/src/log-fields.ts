/** Fields whose values are credentials, or what somebody sent. */
const SECRET_FIELD =
  /^(.*authorization|(set-)?cookies?|.*password|.*passphrase|.*token|.*secret|code|otp|totp|.*recovery_?codes?|.*verifier|.*private_?key|headers|body|query|parameters)$/i;

/** Credentials inside of texts: by the header, the cookie, the form of our tokens, and the password of a URL. */
const SECRET_TEXTS: readonly [form: RegExp, replacement: string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [removed]'],
  [/\b__(Host|Secure)-([\w-]+)=[^;,\s"']+/g, '__$1-$2=[removed]'],
  [/\bshucu_[a-z0-9-]+_[\w-]{20,}/g, 'shucu_[removed]'],
  [/\b[a-z][a-z0-9-]{1,30}\.[\w-]{43}(?![\w-])/g, '[removed]'],
  [/:\/\/[^\s/:@]*:[^\s/@]+@/g, '://[removed]@'],
];

/** What an error of PostgreSQL says that names things of the schema and no values, unlike `detail`, `where` or `parameters`. */
const DATABASE_FIELDS = ['severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/** SQLSTATE classes whose message quotes the value that did not fit: data exceptions. */
const QUOTES_VALUES = /^22...$/;

const DEEPEST = 8;
const LONGEST_LIST = 100;

/** What may be written of a value: credentials cut out at any depth, errors reduced to what tells no values. */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutCredentials(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === DEEPEST) return '[deeper]';
  if (value instanceof Error) return loggableError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => loggable(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !SECRET_FIELD.test(name))
      .map(([name, part]) => [name, loggable(part, depth + 1)]),
  );
}

/** The text without the credentials that have a form by which one knows them. */
export function withoutCredentials(text: string): string {
  return SECRET_TEXTS.reduce((rest, [form, replacement]) => rest.replace(form, replacement), text);
}

function loggableError(error: Error, depth: number): object {
  const { code, cause } = error as Error & { code?: unknown };
  const message = QUOTES_VALUES.test(String(code))
    ? 'A value did not fit (withheld)'
    : withoutCredentials(error.message);
  const fields = error as unknown as Record<string, unknown>;
  return {
    type: error.name,
    message,
    ...(typeof code !== 'object' && { code }),
    ...Object.fromEntries(
      DATABASE_FIELDS.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
    ),
    stack: framesOf(error.stack),
    ...(cause !== undefined && { cause: loggable(cause, depth + 1) }),
  };
}

/** Where it happened, without the message at the beginning of a stack, which may run over several lines. */
export function framesOf(stack = ''): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.trim());
}
