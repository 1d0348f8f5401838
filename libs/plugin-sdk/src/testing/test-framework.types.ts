/** The part of a test framework that the kit needs; Jest's and Vitest's globals fit. */
export interface TestFramework {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: (() => void) | (() => Promise<void>)) => void;
  readonly expect: (actual: unknown) => { toEqual(expected: unknown): void };
}
