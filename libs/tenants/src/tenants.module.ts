import { Module } from '@nestjs/common';
import { TenantEraser } from './erasure/tenant-eraser.js';
import { TenantExporter } from './export/tenant-exporter.js';
import { ExportRecipientService } from './export-recipient.service.js';
import { FirstAdministratorService } from './first-administrator.service.js';
import { TenantOrdersService } from './orders/tenant-orders.service.js';
import { TenantsService } from './tenants.service.js';
import { TenantsWorker } from './tenants.worker.js';

/** Tenants and the orders about them, where they are given. */
@Module({
  providers: [TenantsService, FirstAdministratorService, TenantOrdersService, ExportRecipientService],
  exports: [TenantsService, TenantOrdersService, ExportRecipientService],
})
export class TenantsModule {}

/** The orders, where they are carried out. */
@Module({ providers: [TenantExporter, TenantEraser, TenantsWorker] })
export class TenantsWorkerModule {}
