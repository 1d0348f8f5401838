import { AppError } from '@shucu/kernel';

/** What evidence may be: things that an officer can open and look at, and nothing that hides others, such as plain archives. */
const KINDS = {
  pdf: { mediaType: 'application/pdf', title: 'PDF' },
  png: { mediaType: 'image/png', title: 'PNG 图片' },
  jpg: { mediaType: 'image/jpeg', title: 'JPEG 图片' },
  webp: { mediaType: 'image/webp', title: 'WebP 图片' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    title: 'Word 文档',
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', title: 'Excel 表格' },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    title: 'PowerPoint 演示文稿',
  },
  ofd: { mediaType: 'application/ofd', title: 'OFD 版式文件' },
  csv: { mediaType: 'text/csv', title: '文本' },
  txt: { mediaType: 'text/plain', title: '文本' },
} as const;

export type ContentKind = keyof typeof KINDS;

export const MEDIA_TYPES: readonly string[] = Object.values(KINDS).map(({ mediaType }) => mediaType);

export function mediaTypeOf(kind: ContentKind): string {
  return KINDS[kind].mediaType;
}

export function isKind(extension: string): extension is ContentKind {
  return Object.hasOwn(KINDS, extension);
}

/** What a file of this name should be. Throws `evidence.extension` where such files are not taken. */
export function kindOfName(name: string): ContentKind {
  const dot = name.lastIndexOf('.');
  const written = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  const extension = written === 'jpeg' ? 'jpg' : written;
  if (isKind(extension)) return extension;
  throw new AppError('evidence.extension', { extension: written, known: Object.keys(KINDS).join('、') });
}

/** How a person calls what was found in a file. */
export function titleOf(kind: ContentKind | null): string {
  return kind ? KINDS[kind].title : '其他类型';
}
