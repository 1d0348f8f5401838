/** The tables of reports. */
export const REPORT_ENTITIES: (new () => object)[] = [];
