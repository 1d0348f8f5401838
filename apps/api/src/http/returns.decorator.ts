import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

const problem = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    title: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ field: z.string(), rule: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** What an endpoint gives back: only the schema's fields leave the house, and the OpenAPI document shows them. */
export function Returns(schema: z.ZodType, description: string, status = 200): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    // Nest serialises a list item by item.
    SerializeOptions({ schema: schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema }),
    ApiBearerAuth(),
    ApiResponse({ status, description, standardSchema: schema as never }),
    ApiResponse({ status: '4XX', description: 'problem+json', standardSchema: problem as never }),
  );
}
