import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { type Deadline, OnDeadline } from '@shucu/deadlines';
import { NotificationsService } from '@shucu/notifications';
import { TenantContext } from '@shucu/tenancy';
import { AnnualReport } from './annual-report.entity.js';
import { REPORT_OVERDUE } from './annual-report.messages.js';
import { ANNUAL_REPORT } from './annual-reports.service.js';

/** Tells the center, its bureau and the province that the last day of a report is over and nothing was filed (第十五条). */
@Injectable()
export class OverdueReports {
  constructor(
    private readonly centers: CentersService,
    private readonly notifications: NotificationsService,
  ) {}

  @OnDeadline(ANNUAL_REPORT)
  async ended({ id, subjectId, dueOn }: Deadline): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const report = await manager.findOneByOrFail(AnnualReport, { tenantId, id: subjectId });
    const center = await this.centers.byId(report.centerId);
    if (center.status !== 'active') return;
    await this.notifications.send(
      REPORT_OVERDUE,
      {
        roles: [
          { role: 'centerOperator', organizationId: center.leadOrganizationId },
          { role: 'cityOfficer', regionId: center.regionId },
          { role: 'provinceOfficer' },
        ],
      },
      {
        subject: { kind: ANNUAL_REPORT, id: report.id },
        key: id,
        params: { center: center.name, year: report.year, dueOn },
      },
    );
  }
}
