/** The tables of case-files. */
export const CASE_FILE_ENTITIES: (new () => object)[] = [];
