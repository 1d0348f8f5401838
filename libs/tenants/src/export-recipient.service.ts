import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { isRecipient } from './export/encryption.js';

export interface ExportRecipient {
  /** An age recipient, `age1…`: the public half of a key that the tenant alone keeps. */
  readonly recipient: string;
  readonly setBy: string;
  readonly setAt: Date;
}

/** To whom exports of the tenant may be encrypted: the tenant says it, so that the operator who orders one cannot read it. */
@Injectable()
export class ExportRecipientService {
  /** Throws `resource.notFound` where none is set. */
  async get(actor: Actor): Promise<ExportRecipient> {
    conditionsOf(actor, 'read', 'ExportRecipient');
    const { manager, tenantId } = TenantContext;
    const [found] = await manager.query<[ExportRecipient?]>(
      'SELECT recipient, set_by AS "setBy", set_at AS "setAt" FROM export_recipient WHERE tenant_id = $1',
      [tenantId],
    );
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  async set(actor: Actor, recipient: string): Promise<ExportRecipient> {
    conditionsOf(actor, 'update', 'ExportRecipient');
    refuseFaultyRecipient(recipient);
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `INSERT INTO export_recipient (tenant_id, recipient, set_by) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id) DO UPDATE SET recipient = excluded.recipient, set_by = excluded.set_by, set_at = now()`,
      [tenantId, recipient, actor.accountId],
    );
    return this.get(actor);
  }
}

/** Throws `validation.failed` where the checksum shows a slip of the hand. */
export function refuseFaultyRecipient(recipient: string): void {
  if (isRecipient(recipient)) return;
  const fault = {
    field: 'recipient',
    rule: 'ageRecipient',
    message: '不是有效的 age 公钥，请重新复制（age1 开头，共 62 个字符）',
    en: 'Not an age recipient: copy it again (age1…, 62 characters)',
  };
  throw new AppError('validation.failed', { count: 1 }, [fault]);
}
