import { createReadStream } from 'node:fs';
import { AppError } from '@shucu/kernel';
import { fileTypeFromFile } from 'file-type';
import { openPromise as openZip } from 'yauzl';
import { type ContentKind, isKind, kindOfName, titleOf } from './content-kinds.js';

/** A package has its table of contents in front; whoever hides it among thousands of entries is no OFD. */
const ENTRIES_LOOKED_AT = 1_000;

/**
 * What a file is by its content, which must be what its name says. Throws `evidence.content` where it is not, and
 * `evidence.extension` where files of such a name are not taken.
 */
export async function checkContent(path: string, name: string): Promise<ContentKind> {
  const expected = kindOfName(name);
  const found = await kindOfContent(path, expected);
  if (found === expected) return expected;
  throw new AppError('evidence.content', { extension: expected, found: titleOf(found) });
}

async function kindOfContent(path: string, expected: ContentKind): Promise<ContentKind | null> {
  const type = await fileTypeFromFile(path);
  if (type?.ext === 'zip') return (await isOfd(path)) ? 'ofd' : null;
  if (type) return isKind(type.ext) ? type.ext : null;
  if (!(await isText(path))) return null;
  return expected === 'csv' ? 'csv' : 'txt';
}

/** GB/T 33190: a ZIP package with OFD.xml at its root. */
async function isOfd(path: string): Promise<boolean> {
  const zip = await openZip(path, { lazyEntries: true }).catch(unlessBroken);
  if (!zip) return false;
  try {
    let looked = 0;
    for await (const { fileName } of zip.eachEntry()) {
      looked += 1;
      if (fileName === 'OFD.xml') return true;
      if (looked === ENTRIES_LOOKED_AT) break;
    }
  } catch (error) {
    unlessBroken(error);
  } finally {
    zip.close();
  }
  return false;
}

/** A package with a fault in it is no OFD; a disk with one is another matter. */
function unlessBroken(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
  return null;
}

/** UTF-8 without a single wrong byte, and no control characters but those that make lines. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      if (hasControl(decoder.decode(chunk as Uint8Array, { stream: true }))) return false;
    }
    return !hasControl(decoder.decode());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

function hasControl(text: string): boolean {
  return /[^\P{Cc}\r\n\t\f]/u.test(text);
}
