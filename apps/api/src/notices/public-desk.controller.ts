import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublicDesk } from '@shucu/notices';
import { Public } from '@shucu/permissions';
import type { z } from 'zod';
import { Limited } from '../http/edge/limited.decorator.js';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import { tenantCodeSchema } from '../sign-in/sign-in.schema.js';
import {
  announcementPageSchema,
  announcementsSchema,
  noticePageSchema,
  noticesSchema,
  noticeWithEntriesSchema,
  objectionOutcomeSchema,
  objectionReceiptSchema,
  publicObjectionSchema,
  ticketSchema,
} from './notices.schema.js';

@ApiTags('public')
@Controller('v1/public/:code')
export class PublicDeskController {
  constructor(private readonly desk: PublicDesk) {}

  @Get('notices')
  @Public()
  @Returns(noticesSchema, 'Public notices of a province, a page, newest first')
  async notices(
    @Param('code', { schema: tenantCodeSchema }) code: string,
    @Query({ schema: noticePageSchema }) page: z.output<typeof noticePageSchema>,
  ) {
    return toPage(await this.desk.listNotices(code, page), page.limit);
  }

  @Get('notices/:id')
  @Public()
  @Returns(noticeWithEntriesSchema, 'One notice: its list with the hash, its clock, and what became of the candidates')
  notice(@Param('code', { schema: tenantCodeSchema }) code: string, @Param('id', { schema: idSchema }) id: string) {
    return this.desk.notice(code, id);
  }

  @Post('notices/:id/objections')
  @Public()
  @Limited('signIn')
  @Returns(objectionReceiptSchema, 'The receipt: number and code, with which one asks what became of it', 201)
  object(
    @Param('code', { schema: tenantCodeSchema }) code: string,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: publicObjectionSchema }) body: z.output<typeof publicObjectionSchema>,
  ) {
    return this.desk.object(code, id, body);
  }

  @Post('objections/inspection')
  @Public()
  @Limited('signIn')
  @Returns(objectionOutcomeSchema, 'What became of the objection of this receipt and code')
  objection(
    @Param('code', { schema: tenantCodeSchema }) code: string,
    @Body({ schema: ticketSchema }) { receipt, ticket }: z.output<typeof ticketSchema>,
  ) {
    return this.desk.objection(code, receipt, ticket);
  }

  @Get('announcements')
  @Public()
  @Returns(announcementsSchema, 'Announcements of a province, a page, newest first')
  async announcements(
    @Param('code', { schema: tenantCodeSchema }) code: string,
    @Query({ schema: announcementPageSchema }) page: z.output<typeof announcementPageSchema>,
  ) {
    return toPage(await this.desk.listAnnouncements(code, page), page.limit);
  }
}
