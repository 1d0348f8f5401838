import { Body, Controller, Delete, Get, Headers, Options, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { type EvidenceUpload, UploadsService } from '@shucu/evidence';
import { FileLimits } from '@shucu/files';
import { AppError } from '@shucu/kernel';
import { type Actor, CurrentActor, Public, Requires } from '@shucu/permissions';
import type { FastifyReply } from 'fastify';
import { PIECE_TYPE } from '../http/edge/piece-body.js';
import { TakesPiece } from '../http/edge/takes-piece.decorator.js';
import { TUS_HEADER } from '../http/openapi-problems.js';
import { idSchema } from '../http/request.schema.js';
import { Returns, ReturnsNothing } from '../http/returns.decorator.js';
import { evidenceUploadSchema, evidenceUploadsSchema } from './evidence.schema.js';
import {
  readCreation,
  readOffset,
  refuseOtherVersion,
  TUS_EXTENSIONS,
  TUS_VERSION,
  type TusHeaders,
} from './tus-headers.js';

const VERSION_HEADER = { name: TUS_HEADER, required: false, description: 'Version of tus, if any: 1.0.0' };

/** Resumable uploads by tus 1.0 (creation, expiration, termination): any client of that protocol can use them. */
@ApiTags('evidence')
@Controller('v1/evidence-uploads')
export class EvidenceUploadsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly limits: FileLimits,
  ) {}

  @Options()
  @Public()
  @ReturnsNothing('What of tus there is, and how large a file may be')
  options(@Res({ passthrough: true }) reply: FastifyReply): void {
    reply.headers({
      'tus-resumable': TUS_VERSION,
      'tus-version': TUS_VERSION,
      'tus-extension': TUS_EXTENSIONS,
      'tus-max-size': this.limits.fileBytes,
    });
  }

  @Get()
  @Requires('upload', 'EvidenceFile')
  @Returns(evidenceUploadsSchema, 'One’s own uploads that can go on, newest first')
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.uploads.list(actor) };
  }

  @Post()
  @Requires('upload', 'EvidenceFile')
  @ApiHeader(VERSION_HEADER)
  @ApiHeader({ name: 'Upload-Length', required: true, description: 'Size of the file in bytes' })
  @ApiHeader({ name: 'Upload-Metadata', required: true, description: 'filename and the base64 of the name in UTF-8' })
  @Returns(evidenceUploadSchema, 'The upload, to be filled by PATCH; the file that comes of it has the same id', 201)
  async create(
    @CurrentActor() actor: Actor,
    @Headers() headers: TusHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const upload = await this.uploads.create(actor, readCreation(headers));
    tell(reply, upload).header('location', `/api/v1/evidence-uploads/${upload.id}`);
    return upload;
  }

  /** HEAD, by which a client of tus asks where to go on, is answered from here as well. */
  @Get(':id')
  @Requires('upload', 'EvidenceFile')
  @Returns(evidenceUploadSchema, 'One’s own upload: received is the byte at which it goes on, also as Upload-Offset')
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const upload = await this.uploads.get(actor, id);
    tell(reply, upload).header('upload-length', upload.bytes);
    return upload;
  }

  @Patch(':id')
  @Requires('upload', 'EvidenceFile')
  @TakesPiece()
  @ApiConsumes(PIECE_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'The next bytes, at most 4 MiB' })
  @ApiHeader(VERSION_HEADER)
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'The byte at which this piece begins' })
  @ReturnsNothing('The piece is on the disk; with the last one the file is there, under the id of the upload')
  async append(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Headers() headers: TusHeaders,
    @Body() piece: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (!Buffer.isBuffer(piece)) throw new AppError('request.unsupported');
    const offset = readOffset(headers);
    const upload = await this.uploads.lock(actor, id);
    // A refusal says as well where the upload goes on.
    tell(reply, upload);
    tell(reply, await this.uploads.append(upload, offset, piece));
  }

  @Delete(':id')
  @Requires('upload', 'EvidenceFile')
  @ApiHeader(VERSION_HEADER)
  @ReturnsNothing('The upload is given up; a file that has come of it stays')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Headers() headers: TusHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    refuseOtherVersion(headers);
    await this.uploads.cancel(actor, id);
    reply.header('tus-resumable', TUS_VERSION);
  }
}

function tell(reply: FastifyReply, { received, expiresAt }: EvidenceUpload): FastifyReply {
  return reply.headers({
    'tus-resumable': TUS_VERSION,
    'upload-offset': received,
    'upload-expires': expiresAt.toUTCString(),
  });
}
