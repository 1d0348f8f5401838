import { INDUSTRY_TITLES } from './industry-titles.js';

/** Divisions of GB/T 4754-2017 that are industry (工业): mining B06–B12, manufacturing C13–C43, energy and water D44–D46. */
export const INDUSTRIAL_DIVISIONS: readonly string[] = Object.keys(INDUSTRY_TITLES);
