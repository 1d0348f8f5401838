export { endOfYears } from './periods.js';
