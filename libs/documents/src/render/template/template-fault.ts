import { AppError } from '@shucu/kernel';

/** Refusal of a template (`document.template`): its name, the line where the fault is, and what would be right. */
export function templateFault(template: string, line: number | undefined, reason: string): AppError {
  const place = line === undefined ? `模板 ${template}` : `模板 ${template} 第 ${line} 行`;
  return new AppError('document.template', { reason: `${place}：${reason}` });
}

/** Refusal of what a template wrote: `line` counts in its output. */
export function outputFault(template: string, line: number | undefined, reason: string): AppError {
  const place = line === undefined ? `模板 ${template} 的输出` : `模板 ${template} 的输出第 ${line} 行`;
  return new AppError('document.template', { reason: `${place}：${reason}` });
}
