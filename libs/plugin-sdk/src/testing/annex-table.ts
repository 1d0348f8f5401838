/** A row of a rule document's table, in its own words. */
export interface AnnexRow {
  /** The heading inside the table above the row (e.g. a variant), or null before the first. */
  readonly section: string | null;
  readonly group: string;
  readonly title: string;
  readonly standard: string;
}

const HEADER = '评价项目';
const HAN = '[\\p{Script=Han}“”、，；（）]';
const BREAK_IN_HAN = new RegExp(`(?<=${HAN}) +(?=${HAN})`, 'gu');

/**
 * Reads a table of 评价项目 / 评价指标 / 评价标准 as tab-separated text, as it comes out of the rule document: a blank first column repeats the
 * group above, a line with the first column alone is a heading, header lines are left out, blanks that line breaks left between
 * Chinese characters are removed.
 */
export function readAnnexTable(text: string): readonly AnnexRow[] {
  const rows: AnnexRow[] = [];
  let section: string | null = null;
  let group = '';
  for (const line of text.split(/\r?\n/)) {
    const [first = '', title = '', standard = ''] = line.split('\t').map(unbroken);
    if (!line.includes('\t') || first === HEADER) continue;
    if (title === '') {
      section = first;
      continue;
    }
    group = first === '' ? group : first;
    rows.push({ section, group, title, standard });
  }
  return rows;
}

function unbroken(cell: string): string {
  return cell.trim().replace(BREAK_IN_HAN, '');
}
