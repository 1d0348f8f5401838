import { AppError, type FieldFault } from '@shucu/kernel';
import { text } from '../http/request.schema.js';

export const TUS_VERSION = '1.0.0';

/** What of the protocol's extensions there is. */
export const TUS_EXTENSIONS = 'creation,expiration,termination';

export type TusHeaders = Readonly<Record<string, string | string[] | undefined>>;

const fileName = text(200).refine((name) => !/[\\/]/.test(name), {
  error: '文件名不能含有路径',
  params: { rule: 'path' },
});

/** Refuses another version of the protocol; a program that speaks none of them, but our endpoints, need not name one. */
export function refuseOtherVersion(headers: TusHeaders): void {
  const version = headers['tus-resumable'];
  if (version !== undefined && version !== TUS_VERSION) throw new AppError('evidence.tusVersion');
}

/** What a new upload is to be: `Upload-Length` in bytes, and `filename` in the pairs of `Upload-Metadata`. */
export function readCreation(headers: TusHeaders): { name: string; bytes: number } {
  refuseOtherVersion(headers);
  const bytes = wholeNumberOf(headers, 'upload-length', 1);
  const name = fileName.safeParse(metadataOf(headers['upload-metadata'])['filename']);
  if (name.success) return { name: name.data, bytes };
  throw faulty({
    field: 'Upload-Metadata.filename',
    rule: 'text',
    message: '须给出文件名（base64 编码的 UTF-8，不含路径）',
  });
}

/** At which byte a piece begins. */
export function readOffset(headers: TusHeaders): number {
  refuseOtherVersion(headers);
  return wholeNumberOf(headers, 'upload-offset', 0);
}

function wholeNumberOf(headers: TusHeaders, name: string, min: number): number {
  const digits = headers[name];
  const value = typeof digits === 'string' && /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN;
  if (value >= min && value <= 2_147_483_647) return value;
  throw faulty({ field: name, rule: 'integer', message: `请求头 ${name} 应为不小于 ${min} 的整数` });
}

/** `key base64,key base64`, as the protocol writes it; of a key that is there twice the last one counts. */
function metadataOf(header: string | string[] | undefined): Record<string, string> {
  const pairs = typeof header === 'string' ? header.split(',').map((pair) => pair.trim().split(' ')) : [];
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, decoded(value)]));
}

function decoded(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // No text, and so no name: whoever reads it says what is missing.
    return '';
  }
}

function faulty(fault: FieldFault): AppError {
  return new AppError('validation.failed', { count: 1 }, [fault]);
}
