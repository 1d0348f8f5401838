import type { FieldFault } from '@shucu/kernel';

/** Something that keeps an application from being submitted, or that a person should look at. */
export interface CheckFault extends FieldFault {
  /** The English sentence is always there. */
  readonly en: string;
  /** Of the rule document, where one asks for it. */
  readonly article: string | null;
}

/** A required text of a section, with what it is called. */
export interface RequiredField {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** That a field is still empty. */
export function missing({ field, zh, en }: RequiredField, article: string | null): CheckFault {
  return { field, rule: 'required', message: `请填写${zh}`, en: `Fill in: ${en}`, article };
}
