import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BIOME = join(ROOT, 'node_modules', '.bin', 'biome');

/** Endpoints in the writing of the house; in some somebody has forgotten to say who may call them. */
const SAMPLE = `
@Controller('v1/things')
export class ThingsController {
  @Get()
  @Requires('read', 'Thing')
  @Returns(thingsSchema, 'Things')
  guarded() {}

  @Get('open')
  @Public()
  open() {}

  @Get(':id')
  @Returns(thingSchema, 'One thing')
  forgottenGet(@Param('id', { schema: idSchema }) id: string) {}

  @Returns(thingSchema, 'The new thing', 201)
  @Post()
  async forgottenPost() {}

  @Sse('events')
  forgottenEvents() {}

  @Limited('costly')
  noEndpoint() {}

  noEndpointEither() {}
}
`;

describe('the linter', () => {
  let directory: string;

  const lint = async (source: string): Promise<{ status: number | null; output: string }> => {
    await writeFile(join(directory, 'things.controller.ts'), source);
    const { status, stdout, stderr } = spawnSync(BIOME, ['lint', '--colors=off', '.'], {
      cwd: directory,
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shucu-lint-'));
    const configuration = {
      root: true,
      plugins: [join(ROOT, 'scripts', 'lint', 'endpoint-access.grit')],
      javascript: { parser: { unsafeParameterDecoratorsEnabled: true } },
      linter: { rules: { preset: 'none' } },
    };
    await writeFile(join(directory, 'biome.json'), JSON.stringify(configuration));
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('refuses endpoints that do not say who may call them, and no others', async () => {
    const { status, output } = await lint(SAMPLE);
    expect(status).not.toBe(0);
    expect(output.match(/An endpoint says who may call it/g)).toHaveLength(3);
    for (const name of ['forgottenGet', 'forgottenPost', 'forgottenEvents'])
      expect(output).toMatch(new RegExp(`> .*${name}`));
  });

  it('is content once they do', async () => {
    const mended = SAMPLE.replaceAll(/^(?=.*forgotten)/gm, '  @Public()\n');
    expect(await lint(mended)).toMatchObject({ status: 0 });
  });
});

describe('the look for known vulnerabilities', () => {
  interface Verdict {
    readonly unknown?: string;
    readonly grave?: readonly string[];
    readonly lesser?: number;
  }
  let verdictOf: (answer: string) => Verdict;

  beforeAll(async () => {
    ({ verdictOf } = await import(join(ROOT, 'scripts', 'audit.mjs')));
  });

  it('finds the high and the critical ones', () => {
    const found = (name: string, severity: string) => ({ [name]: { name, severity, range: '<2' } });
    const answer = { vulnerabilities: { ...found('a', 'high'), ...found('b', 'critical'), ...found('c', 'moderate') } };
    expect(verdictOf(JSON.stringify(answer))).toEqual({ grave: ['a <2 (high)', 'b <2 (critical)'], lesser: 1 });
    expect(verdictOf('{"vulnerabilities":{}}')).toEqual({ grave: [], lesser: 0 });
  });

  it('does not take a registry that says nothing for a clean one', () => {
    expect(verdictOf('')).toEqual({ unknown: 'the registry gave no answer' });
    expect(verdictOf('{"error":{"summary":"","code":"E405"},"message":"405 Method Not Allowed"}')).toEqual({
      unknown: '405 Method Not Allowed',
    });
    expect(verdictOf('{}')).toEqual({ unknown: 'the registry gave no reason' });
  });
});
