import type { CorrectionRemark } from './correction.entity.js';

/** One item that the applicant has to correct. */
export type NewRemark = Pick<CorrectionRemark, 'place' | 'fault' | 'demand'>;
