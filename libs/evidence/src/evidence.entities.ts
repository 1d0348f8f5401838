/** The tables of evidence. */
export const EVIDENCE_ENTITIES: (new () => object)[] = [];
