import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { AppError } from '@shucu/kernel';
import { checkContent } from './content-check.js';

/** A ZIP package of uncompressed entries. */
function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, path, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, rest, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}

const office = (type: string, folder: string): Buffer =>
  zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${folder}/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    '_rels/.rels': '<?xml version="1.0"?><Relationships/>',
    [`${folder}/main.xml`]: '<x/>',
  });

const SAMPLES: Readonly<Record<string, Buffer>> = {
  pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
  webp: Buffer.concat([Buffer.from('RIFF'), Buffer.from([26, 0, 0, 0]), Buffer.from('WEBPVP8L'), Buffer.alloc(18)]),
  docx: office('wordprocessingml.document', 'word'),
  xlsx: office('spreadsheetml.sheet', 'xl'),
  pptx: office('presentationml.presentation', 'ppt'),
  ofd: zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<x/>' }),
  csv: Buffer.from('\ufeff企业,人次\n甲,3\n'),
  txt: Buffer.from('会议纪要\r\n第一条\f'),
};

describe('the content of a file', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shucu-content-'));
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  const check = async (name: string, content: Buffer): Promise<string> => {
    const path = join(directory, 'file.part');
    await writeFile(path, content);
    return checkContent(path, name).catch((error: unknown) => (error as AppError).code);
  };

  it.each(Object.keys(SAMPLES))('is known by itself: %s', async (extension) => {
    const expected = extension === 'jpeg' ? 'jpg' : extension;
    expect(await check(`佐证.${extension.toUpperCase()}`, SAMPLES[extension] as Buffer)).toBe(expected);
  });

  it('must be what the name says, whatever that is', async () => {
    const taken: string[] = [];
    for (const [extension, content] of Object.entries(SAMPLES)) {
      for (const other of Object.keys(SAMPLES)) {
        if ((await check(`佐证.${other}`, content)) !== 'evidence.content') taken.push(`${extension} as ${other}`);
      }
    }
    const same = Object.keys(SAMPLES).map((extension) => `${extension} as ${extension}`);
    // One text is as good as another.
    expect(taken.sort()).toEqual([...same, 'csv as txt', 'txt as csv'].sort());
  });

  it('is nothing that hides others or runs', async () => {
    const plain = zipOf({ 'a/OFD.xml': '<x/>', 'b.exe': 'MZ' });
    for (const name of ['a.ofd', 'a.docx']) expect(await check(name, plain)).toBe('evidence.content');
    const cut = (SAMPLES['ofd'] as Buffer).subarray(0, -8);
    expect(await check('a.ofd', cut)).toBe('evidence.content');
    const docm = zipOf({
      '[Content_Types].xml':
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/main.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      'word/main.xml': '<x/>',
    });
    expect(await check('a.docx', docm)).toBe('evidence.content');
    for (const name of ['a.exe', 'a.zip', 'a.html', 'a.svg', 'pdf', 'a.pdf.js']) {
      expect(await check(name, SAMPLES['pdf'] as Buffer)).toBe('evidence.extension');
    }
  });
});
