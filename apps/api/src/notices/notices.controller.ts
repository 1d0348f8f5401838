import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnnouncementsService, PublicNoticesService } from '@shucu/notices';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import type { z } from 'zod';
import { idSchema, toPage } from '../http/request.schema.js';
import { Returns } from '../http/returns.decorator.js';
import {
  announcementPageSchema,
  announcementSchema,
  announcementsSchema,
  newAnnouncementSchema,
  newNoticeSchema,
  noticePageSchema,
  noticeSchema,
  noticesSchema,
  noticeWithEntriesSchema,
} from './notices.schema.js';

@ApiTags('notices')
@Controller('v1')
export class NoticesController {
  constructor(
    private readonly notices: PublicNoticesService,
    private readonly announcements: AnnouncementsService,
  ) {}

  @Post('public-notices')
  @Requires('publish', 'PublicNotice')
  @Returns(noticeSchema, 'The published notice, which runs from now on', 201)
  publish(@CurrentActor() actor: Actor, @Body({ schema: newNoticeSchema }) body: z.output<typeof newNoticeSchema>) {
    return this.notices.publish(actor, body);
  }

  @Get('public-notices')
  @Requires('read', 'PublicNotice')
  @Returns(noticesSchema, 'Public notices, a page, newest first')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: noticePageSchema }) page: z.output<typeof noticePageSchema>,
  ) {
    return toPage(await this.notices.list(actor, page), page.limit);
  }

  @Get('public-notices/:id')
  @Requires('read', 'PublicNotice')
  @Returns(noticeWithEntriesSchema, 'One notice, and what became of its candidates')
  async get(@Param('id', { schema: idSchema }) id: string) {
    return { notice: await this.notices.find(id), entries: await this.notices.entries(id) };
  }

  @Post('announcements')
  @Requires('create', 'Announcement')
  @Returns(announcementSchema, 'The announcement; its centers are active from now on', 201)
  announce(
    @CurrentActor() actor: Actor,
    @Body({ schema: newAnnouncementSchema }) { candidates }: z.output<typeof newAnnouncementSchema>,
  ) {
    return this.announcements.announce(actor, candidates);
  }

  @Get('announcements')
  @Requires('read', 'Announcement')
  @Returns(announcementsSchema, 'Announcements, a page, newest first')
  async listAnnouncements(
    @CurrentActor() actor: Actor,
    @Query({ schema: announcementPageSchema }) page: z.output<typeof announcementPageSchema>,
  ) {
    return toPage(await this.announcements.list(actor, page), page.limit);
  }

  @Get('announcements/:id')
  @Requires('read', 'Announcement')
  @Returns(announcementSchema, 'One announcement')
  getAnnouncement(@Param('id', { schema: idSchema }) id: string) {
    return this.announcements.find(id);
  }
}
