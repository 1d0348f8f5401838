import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { TenantOrdersService } from '@shucu/tenants';
import type { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns, ReturnsFile } from '../http/returns.decorator.js';
import { orderPageSchema, orderSchema, ordersSchema, typedCodeSchema } from './tenants.schema.js';

const AGE = 'application/octet-stream';

@ApiTags('platform')
@Controller('v1/platform/orders')
export class TenantOrdersController {
  constructor(private readonly orders: TenantOrdersService) {}

  @Get()
  @Requires('read', 'Tenant')
  @Returns(ordersSchema, 'Orders to export and to erase tenants, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: orderPageSchema }) { tenantId, ...page }: z.output<typeof orderPageSchema>,
  ) {
    return toPage(await this.orders.list(actor, { ...page, targetId: tenantId }), page.limit);
  }

  @Get(':id')
  @Requires('read', 'Tenant')
  @Returns(orderSchema, 'One order')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.orders.get(actor, id);
  }

  @Get(':id/content')
  @Requires('export', 'Tenant')
  @Limited('costly')
  @ReturnsFile([AGE], 'The archive of a finished export (tar.gz), encrypted by age to its recipient')
  async content(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<StreamableFile> {
    const { target, file } = await this.orders.archive(actor, id);
    return new StreamableFile(await file.open(), {
      type: AGE,
      disposition: `attachment; filename="${target.code}-${id}.tar.gz.age"`,
      length: file.bytes,
    });
  }

  @Post(':id/confirmation')
  @Requires('erase', 'Tenant')
  @Returns(orderSchema, 'The erasure, confirmed by another operator than who ordered it: it cannot be taken back', 202)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: typedCodeSchema }) { code }: z.output<typeof typedCodeSchema>,
  ) {
    return this.orders.confirm(actor, id, code);
  }

  @Post(':id/withdrawal')
  @Requires('erase', 'Tenant')
  @Returns(orderSchema, 'The erasure, taken back before anybody confirmed it')
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.orders.withdraw(actor, id);
  }
}
