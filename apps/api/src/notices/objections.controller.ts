import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Objection, ObjectionsService } from '@shucu/notices';
import { type Actor, CurrentActor, maskEmail, maskedFor, maskPhone, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  newObjectionSchema,
  objectionDecisionSchema,
  objectionPageSchema,
  objectionReceiptSchema,
  objectionSchema,
  objectionsSchema,
} from './notices.schema.js';

const MASKS = { identityNumber: maskPhone, phone: maskPhone, email: maskEmail };

@ApiTags('objections')
@Controller('v1')
export class ObjectionsController {
  constructor(private readonly objections: ObjectionsService) {}

  @Post('public-notices/:id/objections')
  @Requires('create', 'Objection')
  @Returns(objectionReceiptSchema, 'The receipt of the objection', 201)
  file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newObjectionSchema }) body: z.output<typeof newObjectionSchema>,
  ) {
    return this.objections.file(actor, id, body);
  }

  @Get('objections')
  @Requires('read', 'Objection')
  @Returns(objectionsSchema, 'Objections, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: objectionPageSchema }) page: z.output<typeof objectionPageSchema>,
  ) {
    const found = await this.objections.list(actor, page);
    return toPage(
      found.map((objection) => shown(actor, objection)),
      page.limit,
    );
  }

  @Get('objections/:id')
  @Requires('read', 'Objection')
  @Returns(objectionSchema, 'One objection')
  async get(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string) {
    return shown(actor, await this.objections.get(actor, id));
  }

  @Post('objections/:id/decision')
  @Requires('decide', 'Objection')
  @Returns(objectionSchema, 'The answered objection')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: objectionDecisionSchema }) body: z.output<typeof objectionDecisionSchema>,
  ) {
    return shown(actor, await this.objections.decide(actor, id, body));
  }
}

function shown({ ability }: Actor, objection: Objection): Objection {
  const { identityNumber, phone, email } = objection;
  return { ...objection, ...maskedFor(ability, 'Objection', { identityNumber, phone, email }, MASKS) } as Objection;
}
