import { z } from 'zod';
import { type SecretBox, SecretBoxError, type SecretPlace } from '../credentials/secret-box.js';

/** What a browser keeps for a while and brings back, without being able to read or change it. */
export class BrowserNote<Content extends object> {
  private readonly schema;

  constructor(
    private readonly kind: SecretPlace['kind'],
    content: z.ZodType<Content>,
    private readonly minutes: number,
  ) {
    this.schema = z.object({ content, expiresAt: z.number() });
  }

  /** The value of a cookie, which opens for this provider of this tenant only. */
  write(box: SecretBox, place: Omit<SecretPlace, 'kind'>, content: Content): string {
    const expiresAt = Date.now() + this.minutes * 60_000;
    return box.seal(JSON.stringify({ content, expiresAt }), { kind: this.kind, ...place });
  }

  /** What was written; nothing where it is of another place, was changed, or is too old. */
  read(box: SecretBox, place: Omit<SecretPlace, 'kind'>, value: string | undefined): Content | null {
    const text = value === undefined ? null : this.open(box, place, value);
    if (text === null) return null;
    const { content, expiresAt } = this.schema.parse(JSON.parse(text));
    return expiresAt > Date.now() ? content : null;
  }

  private open(box: SecretBox, place: Omit<SecretPlace, 'kind'>, value: string): string | null {
    try {
      return box.open(value, { kind: this.kind, ...place });
    } catch (error) {
      if (error instanceof SecretBoxError) return null;
      throw error;
    }
  }
}
