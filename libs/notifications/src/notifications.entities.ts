/** The tables of notifications. */
export const NOTIFICATION_ENTITIES: (new () => object)[] = [];
