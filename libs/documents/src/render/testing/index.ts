export { sampleRatingReport } from './rating-report.sample.js';
export { sampleRevocationNotice } from './revocation-notice.sample.js';
export { sampleRequest } from './samples.js';
