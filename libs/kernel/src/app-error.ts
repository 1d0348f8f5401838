import { ERROR_CATALOGUE, type ErrorCode, type ErrorKind } from './error-codes.js';

/** One fault in what was sent: where (JSON path, `body.servedOn`), which rule, and what would be right. */
export interface FieldFault {
  readonly field: string;
  readonly rule: string;
  /** The Chinese sentence; `en` where there is an English one. */
  readonly message: string;
  readonly en?: string;
}

export type ErrorParams = Readonly<Record<string, string | number>>;
export type Language = 'zh' | 'en';

/** A refusal of the platform: a catalogued code with its parameters; transport decides how it looks. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    readonly faults: readonly FieldFault[] = [],
    options?: ErrorOptions,
  ) {
    super(sentence(code, params, 'en'), options);
    this.name = 'AppError';
  }

  get kind(): ErrorKind {
    return ERROR_CATALOGUE[this.code].kind;
  }

  /** The sentence a person reads, in their language. */
  sentence(language: Language): string {
    return sentence(this.code, this.params, language);
  }
}

function sentence(code: ErrorCode, params: ErrorParams, language: Language): string {
  return ERROR_CATALOGUE[code][language].replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}
