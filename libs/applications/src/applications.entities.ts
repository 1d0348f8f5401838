/** The tables of applications. */
export const APPLICATION_ENTITIES: (new () => object)[] = [];
