/** Codes as OAuth and Node name errors; anything longer or stranger is somebody's text. */
const CODE = /^[\w.-]{1,60}$/;

/**
 * What went wrong at a provider, for the log of this server: the messages and codes of the errors behind it, without what they
 * carry along, which are claims about people, tokens and parameters.
 */
export class OidcFailure extends Error {
  override readonly name = 'OidcFailure';

  constructor(error: unknown) {
    super(reasonsOf(error).join(': '));
    if (error instanceof Error) this.stack = error.stack;
  }
}

function reasonsOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null || !('message' in error)) return [];
  const { message, error: refusal, code, cause } = error as Record<'message' | 'error' | 'code' | 'cause', unknown>;
  const codes = [refusal, code].filter((one): one is string => typeof one === 'string' && CODE.test(one));
  return [[message, ...codes].join(' '), ...reasonsOf(cause)];
}
