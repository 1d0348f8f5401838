import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again, `everyMs` apart, until the answer is one; throws after `patienceMs`, saying what it waited for. */
export async function until<T>(
  what: string,
  { everyMs, patienceMs }: { readonly everyMs: number; readonly patienceMs: number },
  look: () => Promise<T | null>,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await look();
    if (answer !== null) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${patienceMs / 1_000} s in vain for ${what}`);
    await pause(everyMs);
  }
}
