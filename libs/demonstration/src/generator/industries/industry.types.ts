/** A line of business within an industry, as it appears in companies' names. */
export interface Trade {
  readonly name: string;
  /** Equipment and processes that digital services to such a company are about. */
  readonly scenes: readonly string[];
}

/** A division of GB/T 4754. */
export interface Industry {
  readonly code: string;
  /** As it appears in names of events and standards. */
  readonly name: string;
  readonly trades: readonly Trade[];
  /** Those of all trades. */
  readonly scenes: readonly string[];
}

/** An industry from lines `trade[、trade…]：scene scene …`; trades of one line share their scenes. */
export function industry(code: string, name: string, lines: readonly string[]): Industry {
  const trades = lines.flatMap((line) => {
    const [names = '', scenes = ''] = line.split('：');
    return names.split('、').map((trade) => ({ name: trade, scenes: scenes.split(' ') }));
  });
  return { code, name, trades, scenes: trades.flatMap(({ scenes }) => scenes) };
}
