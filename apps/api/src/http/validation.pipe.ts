import { StandardSchemaValidationPipe } from '@nestjs/common';
import { AppError, type FieldFault } from '@shucu/kernel';
import type { core } from 'zod';
import { en, zhCN } from 'zod/locales';

type Issue = ConstructorParameters<typeof StandardSchemaValidationPipe>[0] extends infer Options
  ? Options extends { exceptionFactory?: (issues: readonly (infer One)[]) => unknown }
    ? One
    : never
  : never;

const inEnglish = en().localeError;
const inChinese = zhCN().localeError;

/** Validates what is sent by the schema of its endpoint; every fault is named with its field and its rule. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const faults = issues.flatMap(faultsOf);
      return new AppError('validation.failed', { count: faults.length }, faults);
    },
  });
}

/** zod hands its own issues through the standard interface; an unknown field is a fault of that field. */
function faultsOf(issue: Issue): FieldFault[] {
  const raw = issue as unknown as core.$ZodIssue;
  const path = raw.path.map(String);
  if (raw.code === 'unrecognized_keys') {
    return raw.keys.map((key) => ({
      field: [...path, key].join('.'),
      rule: 'unknown',
      message: '没有这个字段',
      en: 'Unknown field',
    }));
  }
  const rule = raw.code === 'custom' ? String(raw.params?.['rule'] ?? 'custom') : raw.code;
  if (raw.code === 'custom') return [{ field: path.join('.'), rule, message: raw.message }];
  return [
    {
      field: path.join('.'),
      rule,
      message: textOf(inChinese(raw as core.$ZodRawIssue)) ?? raw.message,
      en: textOf(inEnglish(raw as core.$ZodRawIssue)) ?? raw.message,
    },
  ];
}

function textOf(message: string | { message: string } | null | undefined): string | undefined {
  return typeof message === 'string' ? message : message?.message;
}
