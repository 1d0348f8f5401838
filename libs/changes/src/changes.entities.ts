/** The tables of changes. */
export const CHANGE_ENTITIES: (new () => object)[] = [];
