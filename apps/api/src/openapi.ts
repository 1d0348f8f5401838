import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, type SwaggerDocumentOptions, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from '@shucu/identity';
import { AccessCheck } from '@shucu/permissions';
import { z } from 'zod';
import { describeProblems } from './http/openapi-problems.js';

type StandardSchemaConverter = NonNullable<SwaggerDocumentOptions['standardSchemaConverter']>;

/** zod's own JSON Schema; named schemas become components, a value that a transformation computes is any value. */
const jsonSchemaOf: StandardSchemaConverter = (schema, { schemaType }) => {
  const { definitions = {}, ...own } = z.toJSONSchema(schema as z.ZodType, {
    target: 'openapi-3.0',
    io: schemaType,
    unrepresentable: 'any',
  });
  return { schema: own, components: definitions as Record<string, object> };
};

/** Serves the OpenAPI document at `/api/openapi.json` and Swagger UI at `/api/docs`. */
export function serveOpenApi(app: INestApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Shucu 数促 API')
    .setDescription('Promotion centers of the industrial internet: records, ratings, revocations, documents.')
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token of a machine; beside a cookie it decides' })
    // Either of them.
    .addSecurityRequirements('cookie')
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, description, { standardSchemaConverter: jsonSchemaOf });
  describeOpen(document, app.get(AccessCheck));
  describeProblems(document);
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json' });
}

/** What needs no session and no token says so. */
function describeOpen({ paths }: OpenAPIObject, access: AccessCheck): void {
  const open = new Set(access.open().map(({ controller, method }) => `${controller}_${method}`));
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item) as { operationId?: string }[])) {
    if (operation.operationId && open.has(operation.operationId)) Object.assign(operation, { security: [] });
  }
}
