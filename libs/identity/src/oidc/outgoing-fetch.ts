import type { CustomFetch } from 'openid-client';

/** More than any metadata, key set or token answer of a provider comes to. */
const MOST_BYTES = 256 * 1024;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What identity providers may be reached by: TLS alone, or also plain HTTP on this machine (development and tests). */
export interface OutgoingRules {
  readonly plainLoopback: boolean;
}

/** Whether a provider may be asked at this address. */
export function isReachable(url: URL, { plainLoopback }: OutgoingRules): boolean {
  return url.protocol === 'https:' || (plainLoopback && isPlainLoopback(url));
}

export function isPlainLoopback(url: URL): boolean {
  return url.protocol === 'http:' && LOOPBACK.has(url.hostname);
}

/**
 * Asks an identity provider and reads at most 256 KiB of its answer, as its addresses are what somebody typed in. Redirects are
 * not followed: the client asks for `redirect: 'manual'` and refuses them.
 */
export function outgoingFetch(rules: OutgoingRules): CustomFetch {
  return async (url, options) => {
    if (!isReachable(new URL(url), rules)) throw new TypeError('The provider names an address that may not be asked');
    const answer = await fetch(url, options as RequestInit);
    return new Response(answer.body?.pipeThrough(atMost(MOST_BYTES)) ?? null, answer);
  };
}

function atMost(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let read = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > limit) controller.error(new TypeError(`The provider answers with more than ${limit} bytes`));
      else controller.enqueue(chunk);
    },
  });
}
