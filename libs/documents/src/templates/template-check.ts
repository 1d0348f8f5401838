import { AppError } from '@shucu/kernel';
import { checkTemplate, DOCUMENT_CONTRACTS, type DocumentKind, platformPartials } from '../render/index.js';

/** How messages name a template that a tenant writes. */
export function templateName(kind: DocumentKind): string {
  return DOCUMENT_CONTRACTS[kind].title['zh-CN'];
}

/**
 * Refuses (`document.template`) a source that a document of the kind could not be made from, with every fault and its line; gives
 * the hash that documents made from it will show.
 */
export function checkSource(kind: DocumentKind, source: string): string {
  try {
    return checkTemplate(source, {
      name: templateName(kind),
      schema: DOCUMENT_CONTRACTS[kind].schema,
      partials: platformPartials(),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const faults = error.faults.length > 0 ? error.faults : [{ message: String(error.params['reason']) }];
    const named = faults.map(({ message }) => ({ field: 'source', rule: 'template', message }));
    throw new AppError(error.code, error.params, named, { cause: error });
  }
}
