import { Injectable } from '@nestjs/common';
import { newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import type { JobDefinition } from './job-definition.js';
import { addOutboxRows } from './outbox.repository.js';

/** Asks for background work as part of the change that needs it. */
@Injectable()
export class OutboxService {
  /**
   * Writes the job into the outbox of the open tenant transaction: it runs if and only if the transaction commits. Gives the
   * id of the row. Throws outside of a tenant transaction and on a payload that does not fit.
   */
  async enqueue<Payload>(definition: JobDefinition<Payload>, payload: Payload): Promise<string> {
    const [id] = await this.enqueueAll(definition, [payload]);
    return id as string;
  }

  /** As {@link enqueue}, for many payloads in one statement: one job an item. Gives the ids in the order of the payloads. */
  async enqueueAll<Payload>(definition: JobDefinition<Payload>, payloads: readonly Payload[]): Promise<string[]> {
    const { manager, tenantId } = TenantContext;
    const rows = payloads.map((payload) => ({ id: newId(), payload: definition.payload.parse(payload) }));
    if (rows.length > 0) await addOutboxRows(manager, tenantId, definition.name, rows);
    return rows.map(({ id }) => id);
  }
}
