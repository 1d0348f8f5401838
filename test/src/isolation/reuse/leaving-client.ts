import { type ClientRequest, request } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body?: { readonly name: string };
}

/** How a client goes away before it is answered: it aborts, cuts its connection, or says half of its body and cuts it then. */
export type Leaving = 'aborts' | 'cuts' | 'saysHalf';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Calls the api over a connection of its own, and stays until the answer is there. */
export async function stay(origin: string, call: Call, signal?: AbortSignal): Promise<Answer> {
  const answer = await fetch(`${origin}${call.path}`, { ...optionsOf(call), signal: signal ?? null });
  return { status: answer.status, text: await answer.text() };
}

/** Calls the api and goes away as soon as `until` says so; gives the answer where that was quicker. */
export async function leave(
  origin: string,
  call: Call,
  leaving: Leaving,
  until: () => Promise<unknown>,
): Promise<Answer | 'left'> {
  if (leaving !== 'aborts') return leaveSocket(origin, call, leaving, until);
  const controller = new AbortController();
  void until().then(() => controller.abort());
  return stay(origin, call, controller.signal).catch(() => 'left' as const);
}

function optionsOf({ method, token, body }: Call): RequestInit {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
  return { method, headers, ...(body && { body: JSON.stringify(body) }) };
}

async function leaveSocket(
  origin: string,
  { method, path, token, body }: Call,
  leaving: Leaving,
  until: () => Promise<unknown>,
): Promise<Answer | 'left'> {
  const text = body ? JSON.stringify(body) : '';
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  };
  const client = request(`${origin}${path}`, { method, headers, agent: false });
  const ended = answerOf(client);
  if (leaving === 'saysHalf' && text) client.write(Buffer.from(text).subarray(0, text.length / 2));
  else client.end(text);
  void until().then(() => client.destroy());
  return ended;
}

function answerOf(client: ClientRequest): Promise<Answer | 'left'> {
  return new Promise((resolve) => {
    client.on('error', () => resolve('left'));
    client.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', () => resolve('left'));
    });
  });
}
