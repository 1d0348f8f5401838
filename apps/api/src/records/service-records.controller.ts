import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { ServiceRecordsService } from '@shucu/records';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { serviceRecordSchema, serviceRecordsSchema } from './record-views.schema.js';
import {
  newServiceRecordSchema,
  serviceRecordChangeSchema,
  serviceRecordPageSchema,
  verifySchema,
  voidSchema,
} from './records.schema.js';

@ApiTags('service-records')
@Controller('v1/service-records')
export class ServiceRecordsController {
  constructor(private readonly records: ServiceRecordsService) {}

  @Post()
  @Requires('create', 'ServiceRecord')
  @Returns(serviceRecordSchema, 'The new record', 201)
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newServiceRecordSchema }) body: z.output<typeof newServiceRecordSchema>,
  ) {
    return this.records.create(actor, body);
  }

  @Get()
  @Requires('read', 'ServiceRecord')
  @Returns(serviceRecordsSchema, 'Service records, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: serviceRecordPageSchema }) page: z.output<typeof serviceRecordPageSchema>,
  ) {
    return toPage(await this.records.list(actor, page), page.limit);
  }

  @Get(':id')
  @Requires('read', 'ServiceRecord')
  @Returns(serviceRecordSchema, 'One record')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return this.records.get(actor, id);
  }

  @Patch(':id')
  @Requires('update', 'ServiceRecord')
  @Returns(serviceRecordSchema, 'The changed record')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: serviceRecordChangeSchema }) { version, change }: z.output<typeof serviceRecordChangeSchema>,
  ) {
    return this.records.update(actor, id, version, change);
  }

  @Post(':id/void')
  @Requires('update', 'ServiceRecord')
  @Returns(serviceRecordSchema, 'The voided record')
  void(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: voidSchema }) { version, reason }: z.output<typeof voidSchema>,
  ) {
    return this.records.void(actor, id, version, reason);
  }

  @Post(':id/verification')
  @Requires('verify', 'ServiceRecord')
  @Returns(serviceRecordSchema, 'The record with the word of the bureau')
  verify(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: verifySchema }) { version, verification }: z.output<typeof verifySchema>,
  ) {
    return this.records.verify(actor, id, version, verification);
  }
}
