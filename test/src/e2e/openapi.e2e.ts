import request from 'supertest';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { type OpenApiDocument, type Operation, operationsOf } from '../isolation/operations.js';

const NAMED = /^#\/components\/schemas\/\w+$/;
/** Answers without content. */
const EMPTY = ['204', '303'];
/** A piece of a file. */
const PIECE = 'application/offset+octet-stream';
const PROBLEM = '#/components/schemas/Problem';

/** What is missing in the description of an endpoint, in sentences. */
function gaps({ name, summary, open, parameters, requestBody, responses, verb, path }: Operation): string[] {
  const statuses = Object.keys(responses);
  const good = statuses.filter((status) => /^(2..|303)$/.test(status));
  const errors = statuses.filter((status) => !good.includes(status));
  const expected = [
    '429',
    '503',
    ...(open ? [] : ['401', '403']),
    ...(path.includes('{') ? ['404'] : []),
    ...(requestBody ? ['400', '413', '415', '422'] : []),
    ...(parameters?.some((parameter) => parameter.in === 'query') ? ['422'] : []),
    ...(verb === 'get' ? [] : ['409']),
  ];
  const contents = good.map((status) => Object.entries(responses[status]?.content ?? {}));
  const answered = contents.every(
    (media, index) =>
      media.length > 0 === !EMPTY.includes(good[index] ?? '') &&
      media.every(([type, { schema }]) => type !== 'application/json' || NAMED.test(schema.$ref ?? '')),
  );
  const bodies = Object.entries(requestBody?.content ?? {});
  const told = (holds: boolean, gap: string): string[] => (holds ? [] : [`${name}: ${gap}`]);
  return [
    ...told(Boolean(summary), 'no summary'),
    ...told(contents.length === 1 && answered, 'no named answer'),
    ...told(
      bodies.every(([type, { schema }]) =>
        type === 'application/json' ? NAMED.test(schema.$ref ?? '') : type === PIECE,
      ),
      'no named body',
    ),
    ...expected.filter((status) => !errors.includes(status)).map((status) => `${name}: ${status} not told`),
    ...told(
      errors.every((status) => responses[status]?.content?.['application/problem+json']?.schema.$ref === PROBLEM),
      'an error that is no problem+json',
    ),
  ];
}

describe('the OpenAPI document', () => {
  let platform: TestPlatform;
  let document: OpenApiDocument;

  beforeAll(async () => {
    platform = await startPlatform();
    document = (await request(platform.server).get('/api/openapi.json').expect(200)).body;
  });

  afterAll(() => platform?.stop());

  it('describes every endpoint: summary, named bodies and answers, and its errors as problem+json', () => {
    const operations = operationsOf(document);
    expect(operations.length).toBeGreaterThan(40);
    expect(operations.flatMap(gaps)).toEqual([]);
    const summaries = operations.map(({ summary }) => summary);
    expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([]);
  });

  it('points to nothing that is not there, and names what lists consist of', () => {
    const names = new Set(Object.keys(document.components.schemas));
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.filter((name) => !names.has(name ?? ''))).toEqual([]);
    expect([...names]).toEqual(
      expect.arrayContaining(['RatingRow', 'Region', 'MeasureRecord', 'CategoryOverrides', 'Problem']),
    );
    expect(document.components.schemas['NewServiceRecord']?.properties?.['amount']?.anyOf?.[0]).toHaveProperty(
      'pattern',
    );
  });

  it('tells the three forms of a document', () => {
    const content = document.paths['/api/v1/documents/{id}/content/{form}']?.get?.responses['200']?.content;
    expect(Object.keys(content ?? {})).toEqual([
      'text/html; charset=utf-8',
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);
  });

  it('is shown by Swagger UI', async () => {
    await request(platform.server).get('/api/docs').expect(200);
  });

  it('answers for its health, and an unknown path like any unknown row', async () => {
    await request(platform.server).get('/health/live').expect(200);
    await request(platform.server).get('/health/ready').expect(200);
    const { body } = await request(platform.server).get('/api/v1/nothing-here').expect(404);
    expect(body.code).toBe('resource.notFound');
  });
});
