import { Injectable } from '@nestjs/common';
import { describeFailure, type JobContext, OnJob } from '@shucu/jobs';
import { TenancyService } from '@shucu/tenancy';
import { EmailDelivery } from './email-delivery.entity.js';
import { Mailer } from './mailer.js';
import { Notification } from './notification.entity.js';
import { SEND_EMAIL } from './notifications.jobs.js';

/** From here on a server's answer is a refusal for good (RFC 5321). */
const PERMANENT = 500;

/** Sends messages by e-mail: never lost, as an unsent one stays pending; known by its Message-ID should a crash repeat it. */
@Injectable()
export class EmailWorker {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly mailer: Mailer,
  ) {}

  @OnJob(SEND_EMAIL)
  async send({ notificationId }: { notificationId: string }, context: JobContext): Promise<void> {
    const { tenantId } = context;
    const state = await this.deliver(tenantId, notificationId).catch((error: unknown) => failure(error, context));
    await context.transaction((manager) =>
      manager.update(
        EmailDelivery,
        { tenantId, notificationId, state: 'pending' },
        { ...state, settledAt: () => 'now()' },
      ),
    );
  }

  private async deliver(tenantId: string, id: string): Promise<Pick<EmailDelivery, 'state' | 'error'>> {
    if (!this.mailer.isSending) return { state: 'skipped', error: null };
    const { delivery, message } = await this.tenancy.transaction(tenantId, async (manager) => ({
      delivery: await manager.findOneByOrFail(EmailDelivery, { tenantId, notificationId: id }),
      message: await manager.findOneByOrFail(Notification, { tenantId, id }),
    }));
    if (delivery.state !== 'pending') return delivery;
    const { title, body } = message.texts[delivery.language];
    await this.mailer.send({ id, to: delivery.address, subject: title, text: body });
    return { state: 'sent', error: null };
  }
}

/** How a delivery ends that the server refuses or does not take in as many tries as there are; throws again where another may help. */
function failure(error: unknown, { attempt }: JobContext): Pick<EmailDelivery, 'state' | 'error'> {
  const { responseCode = 0 } = error as { responseCode?: number };
  if (responseCode < PERMANENT && attempt < SEND_EMAIL.attempts) throw error;
  const answer = responseCode ? `SMTP ${responseCode}` : describeFailure(error);
  return { state: 'failed', error: `邮件未能送达，已尝试 ${attempt} 次（${answer}）` };
}
