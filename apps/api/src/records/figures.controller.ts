import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '@shucu/permissions';
import { FiguresService } from '@shucu/records';
import type { z } from 'zod';
import { Returns } from '../http/returns.decorator.js';
import {
  factQuerySchema,
  factSchema,
  factsSchema,
  factViewSchema,
  referenceQuerySchema,
  referenceSchema,
  referencesSchema,
  referenceViewSchema,
} from './figures.schema.js';

@ApiTags('figures')
@Controller('v1')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Put('yearly-facts')
  @Requires('create', 'YearlyFact')
  @Returns(factViewSchema, 'The declared figure')
  setFact(@CurrentActor() actor: Actor, @Body({ schema: factSchema }) body: z.output<typeof factSchema>) {
    return this.figures.setFact(actor, body);
  }

  @Get('yearly-facts')
  @Requires('read', 'YearlyFact')
  @Returns(factsSchema, 'Declared figures of a center')
  facts(@CurrentActor() actor: Actor, @Query({ schema: factQuerySchema }) query: z.output<typeof factQuerySchema>) {
    return this.figures.facts(actor, query.centerId, query.year);
  }

  @Put('reference-figures')
  @Requires('create', 'ReferenceFigure')
  @Returns(referenceViewSchema, 'The figure of the province')
  setReference(
    @CurrentActor() actor: Actor,
    @Body({ schema: referenceSchema }) body: z.output<typeof referenceSchema>,
  ) {
    return this.figures.setReference(actor, body);
  }

  @Get('reference-figures')
  @Requires('read', 'ReferenceFigure')
  @Returns(referencesSchema, 'Figures of the province by industry and year')
  references(@Query({ schema: referenceQuerySchema }) { year }: z.output<typeof referenceQuerySchema>) {
    return this.figures.references(year);
  }
}
