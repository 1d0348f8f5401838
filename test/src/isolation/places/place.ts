import type { Column } from '../columns.js';
import type { Who, WholeIds, WholeWorld } from '../whole-world.js';

/** How an endpoint is called rightly, and which row each of its ids stands for. */
export interface Place {
  readonly caller: Exclude<Who, 'nobody'>;
  readonly ids: Readonly<Record<string, keyof WholeIds>>;
  /** Those of the ids of which whoever may call reaches every row of the tenant. */
  readonly shared?: readonly string[];
  /** Segments of the path that are no ids. */
  readonly segments?: Readonly<Record<string, string>>;
  /** Parameters of the query that are no ids and must be there. */
  readonly query?: string;
  readonly body?: (world: WholeWorld) => object;
  /** A piece of a file instead of a body, and headers that must be there. */
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who reads this very row, of those who may read some; all of them unless said. */
  readonly readers?: readonly Column[];
  /** Waits for what the call set off. */
  readonly settle?: (world: WholeWorld) => Promise<void>;
  /** Tells of calls, so that no two answers are the same. */
  readonly grows?: true;
}

/** By the name of the endpoint. */
export type Places = Readonly<Record<string, Place>>;
