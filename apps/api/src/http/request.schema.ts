import { isExistingDate } from '@shucu/kernel';
import { z } from 'zod';

/** An id in a path. */
export const idSchema = z.uuid();

/** A calendar date that exists. */
export const dateSchema = z
  .string()
  .refine(isExistingDate, { error: '应为存在的日期，格式 YYYY-MM-DD', params: { rule: 'date' } })
  .meta({ format: 'date', example: '2025-04-24' });

/** A year that can be recorded. */
export const yearSchema = z.coerce.number().int().min(2018).max(2040);

/** Keyset paging: `after` is the last id of the page before. */
export const pageSchema = z.strictObject({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** The version of a row that the caller saw. */
export const versionSchema = z.int().min(1);

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

/** A non-negative amount with at most two decimals, as a decimal string or a number. */
export const amountSchema = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^\d{1,16}(\.\d{1,2})?$/.test(text), {
    error: '应为不小于 0 的金额（元），最多两位小数',
    params: { rule: 'amount' },
  })
  .meta({ example: '120000.00' });

/** A figure that a client may send as a number or a decimal string. */
export const decimalSchema = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^-?\d{1,16}(\.\d{1,4})?$/.test(text), { error: '应为数字', params: { rule: 'decimal' } });

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
