import type { StoryClient, Versioned } from './story.types.js';

/** Takes a step of a case on the version that is there now. */
export async function takeStep<T = Versioned>(
  client: StoryClient,
  path: string,
  noun: string,
  body: object = {},
): Promise<T> {
  const { version } = await client.get<Versioned>(path);
  return client.post<T>(`${path}/${noun}`, { version, ...body });
}

/** The first item of a list. Throws where there is none. */
export async function firstOf<T>(client: StoryClient, path: string): Promise<T> {
  const { items } = await client.get<{ items: readonly T[] }>(path);
  const [first] = items;
  if (!first) throw new Error(`Nothing at ${path}`);
  return first;
}
