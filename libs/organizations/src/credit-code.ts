import { isSocialCreditCode } from 'util-helpers';
import { z } from 'zod';

/** Whether the text is a 统一社会信用代码: 18 characters with a right check digit (GB 32100-2015). */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text) && isSocialCreditCode(text);
}

/** A unified social credit code as sent by a caller. */
export const creditCodeSchema = z
  .string()
  .refine(isCreditCode, {
    error: '统一社会信用代码应为 18 位且校验码正确（GB 32100-2015）',
    params: { rule: 'creditCode' },
  })
  .meta({ example: '91350100M000100Y43' });
