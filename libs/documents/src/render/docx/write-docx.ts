import type { LayoutName } from '../layout.js';
import type { DocumentTree } from '../tree/document-tree.types.js';
import { type DocxLayout, TITLE_MARK } from './docx-layout.types.js';
import { BODY_PART, buildSkeleton, type DocxSkeleton } from './docx-skeleton.js';
import { OFFICIAL_DOCX } from './official-docx.js';
import { REPORT_DOCX } from './report-docx.js';
import { wordBody } from './word-body.js';
import { escapeXml } from './word-xml.js';
import { zipFiles } from './zip.js';

const LAYOUTS: Readonly<Record<LayoutName, DocxLayout>> = { official: OFFICIAL_DOCX, report: REPORT_DOCX };
const PROPERTIES_PART = 'docProps/core.xml';

const skeletons = new Map<string, Promise<DocxSkeleton>>();

/** The document as a Word file, the same text as the other forms, to be edited further. Equal documents give equal bytes. */
export async function writeDocx(tree: DocumentTree, layoutName: LayoutName): Promise<Buffer> {
  const layout = LAYOUTS[layoutName];
  const sections = layout.sections(tree);
  const key = `${layoutName} ${sections.length}`;
  const started = skeletons.get(key) ?? buildSkeleton(layout, sections);
  skeletons.set(key, started);
  const { parts, pieces } = await started;
  const [before = '', ...after] = pieces;
  const body = sections.map(({ blocks }, index) => wordBody(blocks, layout.look) + (after[index] ?? ''));
  const title = escapeXml(tree.title);
  return zipFiles(
    new Map(
      [...parts].map(([path, content]) => {
        if (path === BODY_PART) return [path, Buffer.from(before + body.join(''))];
        if (path === PROPERTIES_PART) return [path, Buffer.from(coreProperties(title))];
        return [path, path.startsWith('word/header') ? withTitle(content, title) : content];
      }),
    ),
  );
}

function withTitle(header: Buffer, title: string): Buffer {
  return Buffer.from(header.toString('utf8').replaceAll(TITLE_MARK, () => title));
}

/** The library's own part bears the time of writing; ours does not. */
function coreProperties(title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
  ].join('');
}
