import { type IsoDate, isExistingDate, statutoryDateOf } from '@shucu/kernel';
import { z } from 'zod';

/** The largest `integer` of PostgreSQL. */
const LARGEST_INTEGER = 2_147_483_647;

/** An id in a path. */
export const idSchema = z.uuid();

/** A line of text: trimmed, not empty, at most `max` UTF-16 units, without control characters or halves of surrogate pairs. */
export function text(max: number) {
  return plainText(max, /[\p{Cc}\p{Cs}]/u);
}

/** Like {@link text}, of several lines: for reasons and opinions that people write. */
export function prose(max: number) {
  return plainText(max, /[^\P{Cc}\r\n\t]|\p{Cs}/u);
}

function plainText(max: number, forbidden: RegExp) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !forbidden.test(value), { error: '不能含有控制字符或残缺的字符', params: { rule: 'text' } });
}

/** A calendar date that exists. */
export const dateSchema = z
  .string()
  .refine(isExistingDate, { error: '应为存在的日期，格式 YYYY-MM-DD', params: { rule: 'date' } })
  .meta({ format: 'date', example: '2025-04-24' });

/** A date on which something has happened: not after today in Asia/Shanghai by the server's clock. */
export const pastDateSchema = dateSchema.refine(hasCome, { error: '不能晚于今天', params: { rule: 'future' } });

function hasCome(date: IsoDate): boolean {
  return date <= statutoryDateOf(new Date());
}

const [FIRST_YEAR, LAST_YEAR] = [2018, 2040];

/** A year that can be recorded, in a body. */
export const yearSchema = z.int().min(FIRST_YEAR).max(LAST_YEAR);

/** A whole number in a query: decimal digits only, as everything in a query is text. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .refine((digits) => /^\d{1,9}$/.test(digits), { error: '应为十进制整数', params: { rule: 'integer' } })
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .meta({ type: 'integer', minimum: min, maximum: max });
}

/** A year as a filter. */
export const yearFilterSchema = wholeNumber(FIRST_YEAR, LAST_YEAR);

/** Keyset paging: `after` is the last id of the page before. */
export const pageSchema = z.strictObject({
  after: z.uuid().optional(),
  limit: wholeNumber(1, 100).default(20),
});

/** The version of a row that the caller saw. */
export const versionSchema = z.int().min(1).max(LARGEST_INTEGER);

/** A change of some fields of a row, on the version that the caller saw. */
export function changeOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const change = z
    .strictObject(shape)
    .partial()
    .refine((fields) => Object.keys(fields).length > 0, {
      error: '至少填写一项要修改的内容',
      params: { rule: 'empty' },
    });
  return z.strictObject({ version: versionSchema, change });
}

/** A decimal string or a number in the same form; comes out as a string. The OpenAPI document shows the pattern. */
export function decimalText(pattern: RegExp, error: string, rule: string) {
  return z
    .union([z.string().meta({ pattern: pattern.source }), z.number()])
    .transform(String)
    .refine((digits) => pattern.test(digits), { error, params: { rule } });
}

/** A non-negative amount with at most two decimals, as a decimal string or a number. */
export const amountSchema = decimalText(
  /^\d{1,16}(\.\d{1,2})?$/,
  '应为不小于 0 的金额（元），最多两位小数',
  'amount',
).meta({ example: '120000.00' });

/** A non-negative figure with at most four decimals, as a decimal string or a number. */
export const figureSchema = decimalText(/^\d{1,16}(\.\d{1,4})?$/, '应为不小于 0 的数字，最多四位小数', 'decimal');

/** An instant as JSON shows it. */
export const instantSchema = z
  .union([z.date(), z.string()])
  .transform((value) => (value instanceof Date ? value.toISOString() : value))
  .pipe(z.string())
  .meta({ format: 'date-time' });

/** A page of items and how to get the next one; `next` is absent on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.uuid().optional() });
}

/** Makes a page: a full one tells where the next begins. */
export function toPage<Row extends { id: string }>(items: Row[], limit: number): { items: Row[]; next?: string } {
  const last = items.length === limit ? items.at(-1) : undefined;
  return last ? { items, next: last.id } : { items };
}
