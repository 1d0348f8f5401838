import request from 'supertest';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

describe('the OpenAPI document', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform();
  });

  afterAll(() => platform?.stop());

  it('describes every endpoint with its bodies, and Swagger UI shows it', async () => {
    const { body } = await request(platform.server).get('/api/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/v1/service-records', '/api/v1/rating-runs', '/api/v1/ratings/{id}']),
    );
    const created = body.paths['/api/v1/service-records'].post;
    expect(JSON.stringify(created.requestBody)).toContain('NewServiceRecord');
    expect(created.responses['201']).toBeDefined();
    expect(body.components.schemas.NewServiceRecord.properties.servedOn).toBeDefined();
    await request(platform.server).get('/api/docs').expect(200);
  });

  it('answers for its health, and an unknown path like any unknown row', async () => {
    await request(platform.server).get('/health/live').expect(200);
    await request(platform.server).get('/health/ready').expect(200);
    const { body } = await request(platform.server).get('/api/v1/nothing-here').expect(404);
    expect(body.code).toBe('resource.notFound');
  });
});
