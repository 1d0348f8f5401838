import { ReadableStream } from 'node:stream/web';
import { Encrypter } from 'age-encryption';

/** An X25519 recipient; the other kinds that the library knows are not what people have on paper. */
const X25519 = /^age1[02-9ac-hj-np-z]{58}$/;

/** Whether it is an age recipient, its checksum included. */
export function isRecipient(text: string): boolean {
  if (!X25519.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Encrypts what comes, in the age format and as it comes, so that only the holder of the recipient's identity reads it. */
export async function* encryptFor(recipient: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  yield* await encrypter.encrypt(ReadableStream.from(content));
}
