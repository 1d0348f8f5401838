import { Injectable } from '@nestjs/common';
import { describeFailure, isPermanent, type JobContext, type JobDefinition, OnJob } from '@shucu/jobs';
import { AppError } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import { In } from 'typeorm';
import { TenantEraser } from './erasure/tenant-eraser.js';
import { TenantExporter } from './export/tenant-exporter.js';
import { TenantOrder } from './orders/tenant-order.entity.js';
import { ERASE_TENANT, EXPORT_TENANT } from './tenants.jobs.js';

/** The jobs that carry out the orders; one that fails for good shows on its order why. */
@Injectable()
export class TenantsWorker {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly exporter: TenantExporter,
    private readonly eraser: TenantEraser,
  ) {}

  @OnJob(EXPORT_TENANT)
  export({ orderId }: { orderId: string }, context: JobContext): Promise<void> {
    return this.carryOut(EXPORT_TENANT, orderId, context, () => this.exporter.export(orderId, context));
  }

  @OnJob(ERASE_TENANT)
  erase({ orderId }: { orderId: string }, context: JobContext): Promise<void> {
    return this.carryOut(ERASE_TENANT, orderId, context, () => this.eraser.erase(orderId, context));
  }

  private async carryOut(
    { attempts }: Pick<JobDefinition, 'attempts'>,
    orderId: string,
    { tenantId, attempt }: JobContext,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isPermanent(error) || attempt >= attempts) await this.giveUp(tenantId, orderId, failureOf(error, attempt));
      throw error;
    }
  }

  private async giveUp(tenantId: string, id: string, failure: string): Promise<void> {
    await this.tenancy.transaction(tenantId, (manager) =>
      manager.update(
        TenantOrder,
        { tenantId, id, state: In(['ordered', 'confirmed']) },
        { state: 'failed', finishedAt: () => 'now()', failure },
      ),
    );
  }
}

function failureOf(error: unknown, attempt: number): string {
  if (error instanceof AppError) return error.sentence('zh');
  return `失败，已尝试 ${attempt} 次（${describeFailure(error)}）`;
}
