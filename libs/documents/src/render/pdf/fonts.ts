import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { AppError } from '@shucu/kernel';
import { readFontFaces } from './font-file.js';

/** Families for each use, best first: the fonts GB/T 9704 asks for when the customer has them, Noto where not. */
const WANTED = {
  /** 小标宋 */
  title: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋简体', '方正小标宋_GBK', 'Noto Serif SC'],
  /** 仿宋 */
  body: ['FangSong_GB2312', 'FangSong', 'STFangsong', 'FZFangSong-Z02S', 'FZFangSong-Z02', 'Noto Serif SC'],
  /** 楷体 */
  kai: ['KaiTi_GB2312', 'KaiTi', 'STKaiti', 'FZKai-Z03S', 'FZKai-Z03', 'Noto Serif SC'],
  /** 黑体 */
  hei: ['SimHei', 'STHeiti', 'FZHei-B01S', 'FZHei-B01', 'Noto Sans SC'],
  /** 宋体 */
  song: ['SimSun', 'STSong', 'FZShuSong-Z01S', 'FZShuSong-Z01', 'Noto Serif SC'],
} as const;

type FontRole = keyof typeof WANTED;
export type FontFamilies = Readonly<Record<FontRole, readonly string[]>>;

const PLATFORM_FAMILIES = ['Noto Serif SC', 'Noto Sans SC'];
const FONT_FILES = ['.ttf', '.otf', '.ttc', '.otc'];
/** Joiners, variation selectors and the like have no glyph of their own. */
const WITHOUT_GLYPH = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** The fonts a renderer may use: no others are, whatever the machine has, so that a document looks the same everywhere. */
export class FontBook {
  readonly directories: readonly string[];
  readonly families: FontFamilies;
  private readonly covered = new Uint8Array(0x110000);

  /** Reads the platform's fonts and those in `fontDirs`; throws `config.invalid` when one of them cannot be read. */
  constructor(fontDirs: readonly string[]) {
    this.directories = [...fontDirs, ...platformDirectories()];
    const installed = fontDirs.flatMap(fontFiles).flatMap((file) => this.add(file));
    for (const file of platformDirectories().flatMap(fontFiles)) this.add(file);
    const roles = Object.entries(WANTED).map(([role, wanted]) => [role, chain(wanted, installed)]);
    this.families = Object.fromEntries(roles) as FontFamilies;
  }

  /** Characters of a text that no font has a glyph for, each once. */
  missing(text: string): string[] {
    const characters = new Set(text);
    return [...characters].filter(
      (character) => this.covered[character.codePointAt(0) ?? 0] === 0 && !WITHOUT_GLYPH.test(character),
    );
  }

  private add(file: string): string[] {
    try {
      return readFontFaces(file).flatMap(({ families, ranges }) => {
        for (const [start, end] of ranges) this.covered.fill(1, start, end + 1);
        return families;
      });
    } catch (error) {
      throw new AppError('config.invalid', { reason: String((error as Error).message) }, [], { cause: error });
    }
  }
}

/** The wanted families that are there, then every other one: a rare character is taken from whatever font has it. */
function chain(wanted: readonly string[], installed: readonly string[]): string[] {
  const present = [...new Set([...installed, ...PLATFORM_FAMILIES])];
  const first = wanted.flatMap((name) => present.filter((family) => family.toLowerCase() === name.toLowerCase()));
  const platform = PLATFORM_FAMILIES.filter((family) => !first.includes(family));
  return [...new Set([...first, ...platform, ...present])];
}

/** Directories of the four faces that npm installs: regular and bold, serif and sans. */
function platformDirectories(): string[] {
  const require = createRequire(import.meta.url);
  return ['noto-serif-sc', 'noto-sans-sc'].flatMap((family) => {
    const root = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    return ['400Regular', '700Bold'].map((face) => join(root, face));
  });
}

function fontFiles(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((file) => FONT_FILES.includes(extname(file).toLowerCase()))
      .sort()
      .map((file) => join(directory, file));
  } catch (error) {
    throw new AppError('config.invalid', { reason: `字体目录 ${directory} 无法读取` }, [], { cause: error });
  }
}
