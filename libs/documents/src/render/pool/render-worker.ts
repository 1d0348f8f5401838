import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { AppError } from '@shucu/kernel';
import { writeDocx } from '../docx/write-docx.js';
import { writeHtml } from '../html/write-html.js';
import { PdfWriter } from '../pdf/pdf-writer.js';
import { type CompiledTemplate, compileTemplate } from '../template/compile-template.js';
import { parseDocument } from '../tree/parse-document.js';
import { plainText } from '../tree/plain-text.js';
import type { RenderAnswer, RenderOrder } from './render.types.js';

const MAX_TEMPLATES = 16;

const templates = new Map<string, CompiledTemplate>();
const pdf = new PdfWriter((workerData as { fontDirs: readonly string[] }).fontDirs);
const port = parentPort as MessagePort;

port.on('message', async (order: RenderOrder) => {
  port.postMessage(await answer(order));
});

async function answer(order: RenderOrder): Promise<RenderAnswer> {
  try {
    const tree = parseDocument(templateOf(order).render(order.data), order.templateName);
    const { layout } = order;
    return {
      kind: 'rendered',
      document: {
        html: writeHtml(tree, layout),
        pdf: pdf.write(tree, layout),
        docx: await writeDocx(tree, layout),
        text: plainText(tree),
      },
    };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', code: error.code, params: error.params };
    return { kind: 'faulty', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Compiled templates are kept, the longest unused one is dropped. */
function templateOf({ templateHash, templateName, source, partials }: RenderOrder): CompiledTemplate {
  const key = `${templateHash} ${templateName}`;
  const template = templates.get(key) ?? compileTemplate(source, { name: templateName, schema: null, partials });
  templates.delete(key);
  templates.set(key, template);
  const [oldest] = templates.keys();
  if (templates.size > MAX_TEMPLATES && oldest !== undefined) templates.delete(oldest);
  return template;
}
