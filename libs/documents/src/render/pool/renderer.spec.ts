import { sampleRatingReport } from '../samples/rating-report.sample.js';
import { refusal } from '../testing/faults.js';
import { sampleRequest } from '../testing/sample-request.js';
import type { RenderRequest } from './render.types.js';
import { createRenderer, type Renderer } from './renderer.js';

const request = (source: string, data: unknown): RenderRequest => ({
  templateName: 'sample',
  source,
  partials: {},
  data,
  layout: 'report',
});

const THOUSAND = Array.from({ length: 1000 }, (_, index) => index);
/** Allowed to compile, a billion rounds to render. */
const ENDLESS = '<h1>题</h1>{{#each a}}{{#each @root.a}}{{#each @root.a}}{{#if x}}{{/if}}{{/each}}{{/each}}{{/each}}';
/** The same, writing all the while. */
const SWELLING = `<h1>题</h1>{{#each a}}{{#each @root.a}}${'<p>{{@root.text}}</p>'.repeat(50)}{{/each}}{{/each}}`;

describe('renderer', () => {
  let renderer: Renderer;
  beforeAll(() => {
    renderer = createRenderer({ threads: 1, timeLimit: 6_000 });
  });
  afterAll(() => renderer.close());

  const refused = (order: RenderRequest) => refusal(() => renderer.render(order));
  const works = async () => {
    const { text } = await renderer.render(request('<h1>{{title}}</h1>', { title: '好的' }));
    expect(text).toBe('好的\n');
  };

  it('gives up on a template that does not end, and goes on', async () => {
    const x = THOUSAND.map(() => ({ x: true }));
    expect(await refused(request(ENDLESS, { a: x }))).toContain('超过 6 秒仍未完成');
    await works();
  });

  it('gives up on a template that fills the memory, and goes on', async () => {
    const order = request(SWELLING, { a: THOUSAND, text: `${'字'.repeat(500)}` });
    expect(await refused(order)).toMatch(/内容过大|超过 6 秒|Invalid string length/);
    await works();
  });

  it('refuses hostile templates before any thread sees them', async () => {
    expect(await refused(request('{{#if a}}'.repeat(6600), {}))).toContain('块嵌套');
    expect(await refused(request('{{a}}'.repeat(900_000), {}))).toContain('超过上限');
    await works();
  });

  it('refuses output outside the subset, with the template and the line', async () => {
    expect(await refused(request('<h1>题</h1>\n<script></script>', {}))).toBe(
      '模板有误：模板 sample 的输出第 2 行：不允许元素 <script>，可用的有 section、div、h1、h2、h3、h4、p、table、figure、ul、ol、li、thead、tbody、tr、figcaption、strong、br、th、td',
    );
  });

  it('refuses data that do not fit, naming the field', async () => {
    const data = { center: { ...sampleRatingReport().center, announcedOn: '2026-02-30' } };
    expect(await refused(sampleRequest('ratingReport', { data }))).toContain('数据有误（center.announcedOn');
  });

  it('refuses a character that no font has instead of leaving it out of a name', async () => {
    expect(await refused(request('<h1>{{name}}</h1>', { name: '张\u{323AF}' }))).toContain('字符 \u{323AF}（U+323AF）');
  });

  it('renders what waits in turn, and refuses after it was closed', async () => {
    const own = createRenderer({ threads: 2 });
    const titles = THOUSAND.slice(0, 20).map(String);
    const done = await Promise.all(titles.map((title) => own.render(request('<h1>{{title}}</h1>', { title }))));
    expect(done.map(({ text }) => text.trim())).toEqual(titles);
    await own.close();
    await expect(own.render(request('<h1>题</h1>', {}))).rejects.toThrow('the renderer is closed');
  });
});
