/** The tables of deadlines. */
export const DEADLINE_ENTITIES: (new () => object)[] = [];
