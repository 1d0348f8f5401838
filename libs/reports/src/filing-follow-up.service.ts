import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { DeadlinesService } from '@shucu/deadlines';
import { NotificationsService } from '@shucu/notifications';
import type { Person } from '@shucu/permissions';
import type { AnnualReport, AnnualReportFiling } from './annual-report.entity.js';
import { REPORT_FILED } from './annual-report.messages.js';
import { AnnualReportDocument } from './annual-report-document.service.js';
import { ANNUAL_REPORT } from './annual-reports.service.js';

/** What a filing brings about: the deadline is met, the document issued, the province and the bureau told. */
@Injectable()
export class FilingFollowUp {
  constructor(
    private readonly centers: CentersService,
    private readonly deadlines: DeadlinesService,
    private readonly document: AnnualReportDocument,
    private readonly notifications: NotificationsService,
  ) {}

  /** In the transaction of the filing. A report that is filed again stays as late, or as timely, as it was the first time. */
  async after(report: AnnualReport, filing: AnnualReportFiling, by: Pick<Person, 'displayName'>): Promise<void> {
    if (filing.number === 1) await this.deadlines.meet(ANNUAL_REPORT, report.id);
    const daysLate = report.daysLate ?? 0;
    await this.document.issue(report, filing, { daysLate, filedBy: by.displayName });
    const center = await this.centers.byId(report.centerId);
    const lateness = daysLate > 0 ? `逾期 ${daysLate} 日` : '按期';
    await this.notifications.send(
      REPORT_FILED,
      { roles: [{ role: 'provinceOfficer' }, { role: 'cityOfficer', regionId: center.regionId }] },
      {
        subject: { kind: ANNUAL_REPORT, id: report.id },
        key: `${report.id}:${filing.number}`,
        params: { center: center.name, year: report.year, lateness },
      },
    );
  }
}
