import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusal } from '../testing/faults.js';
import { readFontFaces } from './font-file.js';
import { FontBook } from './fonts.js';

const NOTO = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
);

/** A font file that names itself 仿宋: Noto with its family names overwritten. */
function fangSong(): Buffer {
  const font = Buffer.from(readFileSync(NOTO));
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === 'name') renameFamilies(font.subarray(font.readUInt32BE(at + 8)));
  }
  return font;
}

function renameFamilies(name: Buffer): void {
  const family = Buffer.from('FangSong', 'utf16le').swap16();
  for (let index = 0; index < name.readUInt16BE(2); index += 1) {
    const record = 6 + index * 12;
    if (name.readUInt16BE(record) !== 3 || ![1, 16].includes(name.readUInt16BE(record + 6))) continue;
    name.writeUInt16BE(family.length, record + 8);
    family.copy(name, name.readUInt16BE(4) + name.readUInt16BE(record + 10));
  }
}

describe('FontBook', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'shucu-fonts-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('reads names and characters of the fonts that npm installs', () => {
    const [face] = readFontFaces(NOTO);
    expect(face?.families).toContain('Noto Serif SC');
    const has = (character: string) => {
      const code = character.codePointAt(0) ?? 0;
      return face?.ranges.some(([start, end]) => start <= code && code <= end);
    };
    expect([...'专业两个为镕堃喆燚〔〕'].filter((character) => !has(character))).toEqual([]);
  });

  it('sets everything in Noto on a bare machine', () => {
    const { families } = new FontBook([]);
    expect(families.body).toEqual(['Noto Serif SC', 'Noto Sans SC']);
    expect(families.hei).toEqual(['Noto Sans SC', 'Noto Serif SC']);
  });

  it('puts the 仿宋 that a customer has first, for the body only', () => {
    writeFileSync(join(directory, 'simfang.ttf'), fangSong());
    const { families } = new FontBook([directory]);
    expect(families.body).toEqual(['FangSong', 'Noto Serif SC', 'Noto Sans SC']);
    expect(families.song[0]).toBe('Noto Serif SC');
  });

  it('knows the characters that no font has', () => {
    const book = new FontBook([]);
    expect(book.missing('镕堃喆燚 ABC，“”\n\u200b')).toEqual([]);
    expect(book.missing('张\u{323AF}\u{323AF}明')).toEqual(['\u{323AF}']);
  });

  it('says which font file or directory cannot be read', async () => {
    writeFileSync(join(directory, 'broken.ttf'), 'no font');
    expect(await refusal(() => new FontBook([directory]))).toContain('broken.ttf 无法读取');
    expect(await refusal(() => new FontBook([join(directory, 'nowhere')]))).toContain('nowhere 无法读取');
  });
});
