/** The tables of notices. */
export const NOTICE_ENTITIES: (new () => object)[] = [];
