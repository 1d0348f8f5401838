import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

const open = promisify<Buffer, { lazyEntries: true }, ZipFile>(yauzl.fromBuffer);

/** The files of a ZIP archive by their paths. */
export async function packedFiles(archive: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await open(archive, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  const contentOf = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      contentOf(entry)
        .then((stream) => buffer(stream))
        .then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
    });
    zip.readEntry();
  });
  return files;
}
