import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const unfinishedSchema = z.object({ runs: z.array(z.uuid()), cases: z.array(z.uuid()) });

/**
 * What the demonstration has begun in a province and not yet shown: the only runs and cases a start may act on. It is kept in
 * a file, so that a start goes on with what an interrupted one left, and never with what a person began.
 */
export class Unfinished {
  private constructor(
    private readonly path: string,
    private readonly begun: z.infer<typeof unfinishedSchema>,
  ) {}

  static async open(path: string): Promise<Unfinished> {
    const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{"runs":[],"cases":[]}';
      throw error;
    });
    return new Unfinished(path, unfinishedSchema.parse(JSON.parse(stored)));
  }

  get runs(): readonly string[] {
    return this.begun.runs;
  }

  get cases(): readonly string[] {
    return this.begun.cases;
  }

  async add(kind: 'runs' | 'cases', ids: readonly string[]): Promise<void> {
    this.begun[kind].push(...ids);
    await this.write();
  }

  /** Leaves a run to the people who took it over. */
  async leave(run: string): Promise<void> {
    this.begun.runs = this.begun.runs.filter((id) => id !== run);
    await this.write();
  }

  /** Everything is shown: from now on it belongs to the people of the province. */
  async finish(): Promise<void> {
    await rm(this.path, { force: true });
  }

  private async write(): Promise<void> {
    await writeFile(`${this.path}.new`, JSON.stringify(this.begun));
    await rename(`${this.path}.new`, this.path);
  }
}
