/**
 * What there is to be permitted: every feature adds its subjects and their actions by augmenting this interface in its
 * `<feature>.abilities.ts`, e.g. `interface Subjects { Rating: 'read' }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features augment it
export interface Subjects {}

export type Subject = keyof Subjects & string;

export type ActionOf<S extends Subject> = Subjects[S] & string;

export type Action = ActionOf<Subject>;
