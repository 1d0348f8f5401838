import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/**
 * What an endpoint gives back: only the schema's fields leave the house, and the OpenAPI document shows them. The description
 * is also the summary of the operation.
 */
export function Returns(schema: z.ZodType, description: string, status = 200): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    // Nest serialises a list item by item.
    SerializeOptions({ schema: schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema }),
    ApiOperation({ summary: description }),
    ApiResponse({ status, description, standardSchema: schema as never }),
  );
}

/** What an endpoint gives back that is a file in one of several media types. */
export function ReturnsFile(mediaTypes: readonly string[], description: string): MethodDecorator {
  const schema = { type: 'string', format: 'binary' };
  return applyDecorators(
    ApiOperation({ summary: description }),
    ApiResponse({
      status: 200,
      description,
      content: Object.fromEntries(mediaTypes.map((type) => [type, { schema }])),
    }),
  );
}

/** What an endpoint answers that has nothing to say but that it was done. */
export function ReturnsNothing(description: string): MethodDecorator {
  return applyDecorators(
    HttpCode(204),
    ApiOperation({ summary: description }),
    ApiResponse({ status: 204, description }),
  );
}
