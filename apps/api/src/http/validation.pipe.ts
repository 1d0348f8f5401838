import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import { AppError, type FieldFault } from '@shucu/kernel';
import type { core, ZodType } from 'zod';
import { en, zhCN } from 'zod/locales';
import { typeFault } from './type-fault.js';

const inEnglish = en().localeError;
const inChinese = zhCN().localeError;

/**
 * Validates what is sent by the schema of its endpoint; every fault is named with its field and its rule. A path that does not
 * fit names nothing that exists: it is answered like an unknown id.
 */
export class ValidationPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const schema = metadata.schema as ZodType<T> | undefined;
    if (!schema || !this.toValidate(metadata)) return value;
    this.stripProtoKeys(value);
    // Standard Schema loses what was received, which the sentences of the locales name.
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    if (metadata.type === 'param') throw new AppError('resource.notFound');
    const faults = parsed.error.issues.flatMap(faultsOf);
    throw new AppError('validation.failed', { count: faults.length }, faults);
  }
}

/** An unknown field is a fault of that field. */
function faultsOf(issue: core.$ZodIssue): FieldFault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      rule: 'unknown',
      message: '没有这个字段',
      en: 'Unknown field',
    }));
  }
  const field = path.join('.') || 'body';
  if (issue.code === 'custom') {
    return [{ field, rule: String(issue.params?.['rule'] ?? 'custom'), message: issue.message }];
  }
  if (issue.code === 'invalid_type') return [{ field, rule: issue.code, ...typeFault(issue.expected, issue.input) }];
  return [
    {
      field,
      rule: issue.code,
      message: textOf(inChinese(issue as core.$ZodRawIssue)) ?? issue.message,
      en: textOf(inEnglish(issue as core.$ZodRawIssue)) ?? issue.message,
    },
  ];
}

function textOf(message: string | { message: string } | null | undefined): string | undefined {
  return typeof message === 'string' ? message : message?.message;
}
