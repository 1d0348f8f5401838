import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { extract } from 'tar-stream';

/** Decrypts and unpacks an export, as the holder of the identity would. Gives the content of each file by its name. */
export async function openArchive(content: Uint8Array, identity: string): Promise<Map<string, Buffer>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const unpacking = extract();
  Readable.from([gunzipSync(await decrypter.decrypt(content))]).pipe(unpacking);
  const files = new Map<string, Buffer>();
  for await (const entry of unpacking) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    files.set(entry.header.name, Buffer.concat(chunks));
  }
  return files;
}
