const MOST_STEPS = 10;

/** Follows redirects by hand, with cookies, until one leads to an address of the client; gives that address, unvisited. */
export async function walkTo(destinations: readonly string[], start: URL): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`No way on from ${at.pathname}: ${answer.status} ${await answer.text()}`);
    at = new URL(location, at);
    if (destinations.some((destination) => at.href.startsWith(destination))) return at;
  }
  throw new Error(`Sent around more than ${MOST_STEPS} times`);
}
