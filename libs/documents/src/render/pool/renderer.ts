import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AppError, type ErrorCode } from '@shucu/kernel';
import type { z } from 'zod';
import { LAYOUT_DIRECTORY } from '../layout.js';
import { templateFault } from '../template/template-fault.js';
import type { RenderAnswer, RenderedDocument, RenderRequest } from './render.types.js';
import { TemplateChecks } from './template-checks.js';
import { WorkerPool } from './worker-pool.js';

export interface RendererOptions {
  /** Directories of the customer's own fonts, which take precedence; none when not given. */
  readonly fontDirs?: readonly string[];
  /** Threads, each with about 150 MB: two, or as many as there are processors, when not given. */
  readonly threads?: number;
  /** Milliseconds that one document may take, 20,000 when not given. */
  readonly timeLimit?: number;
}

/** Makes documents out of templates and data, in threads of its own. */
export interface Renderer {
  /**
   * The document in all its forms. Refuses (`document.template`, with template, line and what would be right) faulty templates
   * and data, and whatever takes too long or too much memory; the process is never harmed.
   */
  render(request: RenderRequest): Promise<RenderedDocument>;
  close(): Promise<void>;
}

const DEFAULT_THREADS = 2;
const DEFAULT_TIME_LIMIT = 20_000;

/** Starts no thread before the first document; {@link Renderer.close} ends them. */
export function createRenderer(options: RendererOptions = {}): Renderer {
  const { fontDirs = [], timeLimit = DEFAULT_TIME_LIMIT } = options;
  const threads = options.threads ?? Math.min(DEFAULT_THREADS, availableParallelism());
  hideSystemFonts();
  const checks = new TemplateChecks();
  const pool = new WorkerPool({ threads, timeLimit, fontDirs });
  return {
    async render({ schema = undefined, ...request }) {
      const { templateName, source, partials } = request;
      const templateHash = checks.hashOf(source, { name: templateName, schema: schema ?? null, partials });
      const data = checkedData(request, schema);
      return { ...documentOf(await pool.run({ ...request, data, templateHash })), templateHash };
    },
    close: () => pool.close(),
  };
}

function checkedData({ templateName, data }: RenderRequest, schema: z.ZodType | undefined): unknown {
  if (schema === undefined) return data;
  const { error, data: checked } = schema.safeParse(data);
  const [issue] = error?.issues ?? [];
  if (issue === undefined) return checked;
  throw templateFault(templateName, undefined, `数据有误（${issue.path.join('.')}：${issue.message}）`);
}

function documentOf(answer: RenderAnswer): Omit<RenderedDocument, 'templateHash'> {
  switch (answer.kind) {
    case 'rendered': {
      const { html, pdf, docx, text } = answer.document;
      return { html, pdf: Buffer.from(pdf), docx: Buffer.from(docx), text };
    }
    case 'refused':
      throw new AppError(answer.code as ErrorCode, answer.params);
    case 'faulty':
      throw new Error(`rendering failed: ${answer.message}`);
  }
}

/** Typst would read every font of the machine at each start; with this fontconfig file there are none. */
function hideSystemFonts(): void {
  process.env['FONTCONFIG_FILE'] = fileURLToPath(new URL('no-system-fonts.conf', LAYOUT_DIRECTORY));
}
