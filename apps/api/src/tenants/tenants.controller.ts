import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { TenantOrdersService, TenantsService } from '@shucu/tenants';
import type { z } from 'zod';
import { issuedLinkSchema } from '../accounts/accounts.schema.js';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  foundedTenantSchema,
  newExportSchema,
  newTenantSchema,
  orderSchema,
  suspensionSchema,
  tenantPageSchema,
  tenantSchema,
  tenantsSchema,
  typedCodeSchema,
} from './tenants.schema.js';

@ApiTags('platform')
@Controller('v1/platform/tenants')
export class TenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly orders: TenantOrdersService,
  ) {}

  @Post()
  @Requires('create', 'Tenant')
  @Returns(foundedTenantSchema, 'The new tenant, and the link of its first administrator, shown this once', 201)
  found(@CurrentActor() actor: Actor, @Body({ schema: newTenantSchema }) body: z.output<typeof newTenantSchema>) {
    return this.tenants.found(actor, body);
  }

  @Get()
  @Requires('read', 'Tenant')
  @Returns(tenantsSchema, 'Tenants, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: tenantPageSchema }) page: z.output<typeof tenantPageSchema>,
  ) {
    return toPage(await this.tenants.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'Tenant')
  @Returns(tenantSchema, 'One tenant; nothing of what it holds')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.tenants.get(actor, id);
  }

  @Post(':id/invitation')
  @Requires('create', 'Tenant')
  @Returns(issuedLinkSchema, 'Another link for the first administrator, as long as nobody has entered the tenant', 201)
  inviteAgain(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.tenants.inviteAgain(actor, id);
  }

  @Post(':id/suspension')
  @Requires('suspend', 'Tenant')
  @Returns(tenantSchema, 'The suspended tenant: no sign-in, no api, no jobs, at once')
  suspend(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: suspensionSchema }) { reason }: z.output<typeof suspensionSchema>,
  ) {
    return this.tenants.suspend(actor, id, reason);
  }

  @Post(':id/resumption')
  @Requires('suspend', 'Tenant')
  @Returns(tenantSchema, 'The tenant, active again: what waited goes on')
  resume(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.tenants.resume(actor, id);
  }

  @Post(':id/exports')
  @Requires('export', 'Tenant')
  @Returns(orderSchema, 'The order to export the tenant to a recipient that it has named itself', 202)
  orderExport(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newExportSchema }) { recipient }: z.output<typeof newExportSchema>,
  ) {
    return this.orders.orderExport(actor, id, recipient);
  }

  @Post(':id/erasures')
  @Requires('erase', 'Tenant')
  @Returns(orderSchema, 'The order to erase the suspended tenant, which another operator has to confirm', 201)
  orderErasure(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: typedCodeSchema }) { code }: z.output<typeof typedCodeSchema>,
  ) {
    return this.orders.orderErasure(actor, id, code);
  }
}
