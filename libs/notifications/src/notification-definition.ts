/** What a message says in one language; `{name}` is a hole for a parameter. */
interface MessageText {
  readonly title: string;
  readonly body: string;
}

/** A message in both languages of the platform. */
export interface MessageTexts {
  readonly 'zh-CN': MessageText;
  readonly en: MessageText;
}

/** One kind of message, e.g. `application.returned`, with its texts. */
export interface NotificationDefinition {
  readonly kind: string;
  readonly texts: MessageTexts;
}

export type MessageParams = Readonly<Record<string, string | number>>;

const KIND = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/;
const HOLE = /\{(\w+)\}/g;

/** Declares a kind of message. Throws on a malformed kind, and where one language has a hole that the other has not. */
export function defineNotification(kind: string, texts: MessageTexts): NotificationDefinition {
  if (!KIND.test(kind)) throw new Error(`Kind of message "${kind}" must look like "application.returned"`);
  const [zh, en] = [holesOf(texts['zh-CN']), holesOf(texts.en)];
  const uneven = [...zh, ...en].filter((hole) => !zh.has(hole) || !en.has(hole));
  if (uneven.length > 0) throw new Error(`"${kind}": not in both languages: ${uneven.join(', ')}`);
  return { kind, texts };
}

/** The texts with their holes filled. Throws where a parameter is missing. */
export function filled({ kind, texts }: NotificationDefinition, params: MessageParams): MessageTexts {
  const fill = (text: string): string =>
    text.replace(HOLE, (_hole, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`"${kind}" lacks the parameter ${name}`);
      return String(value);
    });
  const both = ({ title, body }: MessageText): MessageText => ({ title: fill(title), body: fill(body) });
  return { 'zh-CN': both(texts['zh-CN']), en: both(texts.en) };
}

function holesOf({ title, body }: MessageText): Set<string> {
  return new Set([...`${title} ${body}`.matchAll(HOLE)].map(([, name]) => name as string));
}
