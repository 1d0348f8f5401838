import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DocumentKindsService } from '@shucu/documents';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { Returns } from '../http/returns.decorator.js';
import { documentKindsSchema } from './document-templates.schema.js';

@ApiTags('document-templates')
@Controller('v1/document-kinds')
export class DocumentKindsController {
  constructor(private readonly kinds: DocumentKindsService) {}

  @Get()
  @Requires('read', 'DocumentTemplate')
  @Returns(documentKindsSchema, 'Every kind of documents with its data and whose template it is made from')
  list(@CurrentActor() actor: Actor) {
    return this.kinds.list(actor);
  }
}
