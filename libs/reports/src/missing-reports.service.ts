import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS, Center } from '@shucu/centers';
import { type Actor, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import type { SelectQueryBuilder } from 'typeorm';

/** A center that has not filed the report of a year: a flag for an officer, never a verdict (domain §5). */
export interface MissingReport {
  readonly centerId: string;
  readonly name: string;
  readonly reportId: string | null;
  /** Null where the report is not even owed yet. */
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
}

/** Which active centers have not filed. */
@Injectable()
export class MissingReportsService {
  /** The active centers, announced in that year or before, that have filed no report of it: those that the actor may see, by name. */
  list(actor: Actor, year: number): Promise<MissingReport[]> {
    return scopeRows(this.select(year), CENTER_COLUMNS, actor, 'read', 'AnnualReport').getRawMany<MissingReport>();
  }

  private select(year: number): SelectQueryBuilder<Center> {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(Center, 'center')
      .select('center.id', 'centerId')
      .addSelect('center.name', 'name')
      .addSelect('report.id', 'reportId')
      .addSelect('report.due_on::text', 'dueOn')
      .addSelect('coalesce(report.due_on < statutory_today(), false)', 'isOverdue')
      .leftJoin(
        'annual_report',
        'report',
        'report.tenant_id = center.tenant_id AND report.center_id = center.id AND report.year = :year',
        { year },
      )
      .where(
        `center.tenant_id = :tenantId AND center.status = 'active' AND center.announced_on < make_date(:year + 1, 1, 1)`,
        { tenantId },
      )
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM annual_report_filing filing
           WHERE filing.tenant_id = report.tenant_id AND filing.report_id = report.id)`,
      )
      .orderBy('center.name');
  }
}
