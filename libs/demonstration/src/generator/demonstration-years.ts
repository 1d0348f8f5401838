/** Years whose work is recorded. */
export const RECORDED_YEARS: readonly number[] = [2023, 2024, 2025];
/** Years for which a run can be made; the last is the one to show. */
export const EVALUATED_YEARS: readonly number[] = [2024, 2025];
export const LAST_YEAR = 2025;
