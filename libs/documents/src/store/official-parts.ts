import type { Tenant } from '@shucu/tenancy';

/** Who issues an official document, under which rule document, on which day. */
export interface OfficialFrame {
  readonly tenant: Pick<Tenant, 'department'>;
  readonly rules: { readonly title: string; readonly documentNumber: string };
  /** 成文日期, an ISO date. */
  readonly datedOn: string;
}

/** The parts that every official document of the province has beside its text (`officialParts` of its schema; GB/T 9704). */
export function officialDocumentParts({ tenant, rules, datedOn }: OfficialFrame, number: string) {
  return {
    departmentName: tenant.department,
    number,
    ruleDocument: { title: rules.title, number: rules.documentNumber, shortTitle: '实施细则' },
    datedOn,
    copies: [] as string[],
    printer: `${tenant.department}办公室`,
    printedOn: datedOn,
  };
}
