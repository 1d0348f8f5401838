import type { As } from './as.js';

/** Templates of documents that a tenant wrote for itself. */
export interface TemplateIds {
  /** A draft. */
  readonly documentTemplate: string;
}

export async function createTemplates(as: As): Promise<TemplateIds> {
  const draft = { kind: 'announcement', source: '<h1>{{departmentName}}公告</h1>\n<p>{{number}}</p>' };
  const { body } = await as('provinceAdministrator').post('document-templates', draft).expect(201);
  return { documentTemplate: body.id };
}
