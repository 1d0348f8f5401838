import { Injectable } from '@nestjs/common';
import { type Deadline, OnDeadline } from '@shucu/deadlines';
import { TenantContext } from '@shucu/tenancy';
import { RevocationCase } from './revocation-case.entity.js';
import { STATEMENT_DEADLINE, StatementsService } from './statements.service.js';

/** What the worker does when the period for a statement is over. */
@Injectable()
export class StatementsWorker {
  constructor(private readonly statements: StatementsService) {}

  @OnDeadline(STATEMENT_DEADLINE)
  async passed({ subjectId }: Deadline): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const found = await manager.findOneOrFail(RevocationCase, {
      where: { tenantId, id: subjectId },
      lock: { mode: 'pessimistic_write' },
    });
    await this.statements.lapse(found);
  }
}
