/** The tables of reviews. */
export const REVIEW_ENTITIES: (new () => object)[] = [];
