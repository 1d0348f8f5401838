import type { Readable } from 'node:stream';
import { sha256 } from '@shucu/kernel';
import yazl from 'yazl';

/** One file of a package, as its list tells it. */
interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Times of the files in the archive, so that the same content is the same archive. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

/** Writes a ZIP archive with a list of its files and their hashes. */
export class PackageWriter {
  private readonly archive = new yazl.ZipFile();
  private readonly packed: PackedFile[] = [];

  /** Two files of one path get numbers. */
  add(path: string, content: Buffer): void {
    const taken = this.packed.filter((file) => file.path === path || file.path.startsWith(`${path} (`)).length;
    const own = taken === 0 ? path : path.replace(/(\.\w+)?$/, ` (${taken + 1})$1`);
    this.archive.addBuffer(content, own, { mtime: NO_TIME, forceDosTimestamp: true });
    this.packed.push({ path: own, bytes: content.length, sha256: sha256(content) });
  }

  /** Adds the list and ends the archive; gives its bytes as they are made. */
  finish(about: Readonly<Record<string, string>>): Readable {
    const list = Buffer.from(`${JSON.stringify({ ...about, files: this.packed }, null, 2)}\n`);
    this.archive.addBuffer(list, '目录.json', { mtime: NO_TIME, forceDosTimestamp: true });
    this.archive.end();
    return this.archive.outputStream as Readable;
  }
}
