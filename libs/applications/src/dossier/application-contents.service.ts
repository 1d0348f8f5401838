import { Injectable } from '@nestjs/common';
import { EvidenceService } from '@shucu/evidence';
import { groupBy } from '@shucu/kernel';
import type { Application } from '../application.entity.js';
import { ApplicationsService } from '../applications.service.js';
import { type ApplicationContent, contentOf } from './application-content.js';

/** Kind of row as which an application cites evidence. */
export const APPLICATION_SUBJECT = 'application';

/** What an application says as a whole, read from where its parts are kept. */
@Injectable()
export class ApplicationContentsService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly evidence: EvidenceService,
  ) {}

  /** The content as it is now. */
  async of(application: Application): Promise<ApplicationContent> {
    const members = await this.applications.membersOf(application);
    return contentOf(
      application,
      members.map(({ organizationId }) => organizationId),
      await this.evidenceOf(application),
    );
  }

  /** The files by the place where they are cited, each place in the order of the hashes. */
  async evidenceOf({ id }: Pick<Application, 'id'>): Promise<ApplicationContent['evidence']> {
    const cited = await this.evidence.of(APPLICATION_SUBJECT, [id]);
    const byPlace = groupBy(cited, ({ place }) => place);
    return Object.fromEntries(
      [...byPlace].map(([place, files]) => [
        place,
        files
          .map(({ fileId, name, sha256 }) => ({ fileId, name, sha256 }))
          .sort((a, b) => (a.sha256 + a.fileId < b.sha256 + b.fileId ? -1 : 1)),
      ]),
    );
  }
}
