/** One thing that is wrong: where, and what would be right, in readable English. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}
