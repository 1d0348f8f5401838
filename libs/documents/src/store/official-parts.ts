/** What an official document is issued under, and on which day. */
export interface OfficialFrame {
  readonly rules: { readonly title: string; readonly documentNumber: string };
  /** 成文日期, an ISO date. */
  readonly datedOn: string;
}

/**
 * The parts that every official document has beside its text (`officialParts` of its schema; GB/T 9704), by the office that issues
 * it: the province's department, or a bureau.
 */
export function officialParts({ rules, datedOn }: OfficialFrame, departmentName: string, number: string) {
  return {
    ...{ departmentName, number, datedOn },
    ruleDocument: { title: rules.title, number: rules.documentNumber, shortTitle: '实施细则' },
    copies: [] as string[],
    printer: `${departmentName}办公室`,
    printedOn: datedOn,
  };
}

/** A sentence with its full stop. */
export function sentence(text: string): string {
  return text.replace(/。?$/u, '。');
}

/** The lines of a text that say something, a paragraph each. */
export function paragraphsOf(text: string | null | undefined): string[] {
  return (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
}
