import { KnownPaths } from './known-paths.js';

describe('the known paths', () => {
  const paths = new KnownPaths();
  paths.add('GET', '/api/v1/centers');
  paths.add('POST', '/api/v1/centers');
  paths.add(['GET', 'HEAD'], '/api/v1/centers/:id');
  paths.add('PATCH', '/api/v1/centers/:id');
  paths.add('GET', '/api/docs/*');
  paths.add('GET', '/api/openapi.json');

  it.each([
    ['/api/v1/centers', ['GET', 'POST']],
    ['/api/v1/centers/abc', ['GET', 'HEAD', 'PATCH']],
    ['/api/v1/centers/', []],
    ['/api/v1/centers/abc/more', []],
    ['/api/docs/a/b.js', ['GET']],
    ['/api/openapiXjson', []],
  ])('%s has the methods %j', (path, methods) => {
    expect(paths.methodsOf(path)).toEqual(methods);
  });
});
