/** Runs a pure function while clock and chance throw, so that a plugin that reads them is caught. */
export function sealedRun<T>(run: () => T): T {
  const { random } = Math;
  const { Date: clock } = globalThis;
  const refuse = (what: string) => (): never => {
    throw new Error(`A plugin is pure: it must not read ${what}`);
  };
  const sealedClock = new Proxy(clock, {
    apply: refuse('the clock'),
    construct: (target, given) => (given.length === 0 ? refuse('the clock')() : Reflect.construct(target, given)),
    get: (target, key) => (key === 'now' ? refuse('the clock') : Reflect.get(target, key)),
  });
  Math.random = refuse('chance');
  globalThis.Date = sealedClock;
  try {
    return run();
  } finally {
    Math.random = random;
    globalThis.Date = clock;
  }
}
