import { z } from 'zod';
import { refusal } from '../testing/faults.js';
import { compileTemplate } from './compile-template.js';

const schema = z.strictObject({
  name: z.string(),
  center: z.strictObject({ title: z.string(), industry: z.string().nullable() }),
  rows: z.array(z.strictObject({ title: z.string(), figures: z.array(z.strictObject({ value: z.string() })) })),
  tags: z.array(z.string()),
});

const data = {
  name: '甲',
  center: { title: '中心', industry: null },
  rows: [
    { title: '一行', figures: [{ value: '1' }, { value: '2' }] },
    { title: '二行', figures: [] },
  ],
  tags: ['红', '黄'],
};

const compile = (source: string, partials = {}) => compileTemplate(source, { name: 'sample', schema, partials });
const render = (source: string, partials = {}) => compile(source, partials).render(data);
const refused = (source: string, partials = {}) => refusal(() => compile(source, partials));

describe('compileTemplate', () => {
  it('renders fields, blocks, block parameters, loop variables and the root', () => {
    expect(render('{{name}}{{#with center}}{{title}}{{../name}}{{@root.name}}{{/with}}')).toBe('甲中心甲甲');
    expect(
      render('{{#each rows as |row i|}}{{i}}{{row.title}}{{#each figures}}{{value}}{{row.title}}{{/each}}{{/each}}'),
    ).toBe('0一行1一行2一行1二行');
    expect(render('{{#each tags}}{{@index}}{{this}}{{#if @last}}。{{/if}}{{/each}}{{rows.length}}')).toBe('0红1黄。2');
    expect(render('{{#if center.industry}}有{{else if tags}}标{{else}}无{{/if}}{{join tags "、"}}')).toBe('标红、黄');
  });

  it('escapes what the data say', () => {
    const { render: write } = compile('<p>{{name}}</p>');
    expect(write({ ...data, name: '<script>"&' })).toBe('<p>&lt;script&gt;&quot;&amp;</p>');
  });

  it.each([
    ['{{nmae}}', '没有字段 nmae，可用的有 name、center、rows、tags'],
    ['一\n\n{{center.tite}}', '第 3 行：没有字段 center.tite，可用的有 title、industry'],
    ['{{#each rows}}\n{{name}}{{/each}}', '第 2 行：没有字段 name，可用的有 title、figures'],
    ['{{#each rows}}{{../../name}}{{/each}}', '../../name 超出了模板的最外层'],
    ['{{#if nothing}}{{/if}}', '没有字段 nothing'],
    ['{{join tagz "、"}}', '没有字段 tagz'],
    ['{{#each rows as |row|}}{{row.figure}}{{/each}}', '没有字段 row.figure，可用的有 title、figures'],
    ['{{@root.nam}}', '没有字段 @root.nam'],
    ['{{@secret}}', '没有变量 @secret'],
    ['{{name.length}}', '没有字段 name.length，这里是单个值'],
    ['{{rows.title}}', '列表里的内容要用 {{#each}} 取'],
    ['{{#each center}}{{/each}}', '{{#each}} 需要列表，center 不是'],
    ['{{center}}', '字段 center 不是单个值，请写明其中的字段：title、industry'],
    ['{{constructor}}', '没有字段 constructor'],
    ['{{name.__proto__}}', '没有字段 name.__proto__'],
  ])('names the field that does not exist: %s', async (source, message) => {
    expect(await refused(source)).toContain(message);
    expect(await refused(source)).toContain('模板 sample 第');
  });

  it('names every fault at once, each with its line', async () => {
    const source = '{{nmae}}\n{{#each rows}}\n{{titel}}{{> row}}\n{{/each}}\n{{center}}';
    const fault = await refusal(() => compile(source, { row: '{{figure}}' }));
    for (const part of [
      '第 1 行：没有字段 nmae',
      '第 3 行：没有字段 titel',
      '模板 row 第 1 行',
      '第 5 行：字段 center',
    ]) {
      expect(fault).toContain(part);
    }
  });

  it('follows fields into partials, in the context they are given, and names the partial', async () => {
    expect(render('{{#each rows}}{{> row this}}{{/each}}', { row: '[{{title}}{{@root.name}}]' })).toBe(
      '[一行甲][二行甲]',
    );
    expect(await refused('{{> head}}', { head: '\n{{nothing}}' })).toContain('模板 head 第 2 行：没有字段 nothing');
    expect(await refused('{{#each rows}}{{> head}}{{/each}}', { head: '{{name}}' })).toContain('没有字段 name');
    expect(await refused('{{> heda}}', { head: '' })).toContain('没有片段 heda，可用的有 head');
    expect(await refused('{{> a}}', { a: '{{> b}}', b: '{{> a}}' })).toContain('片段 a 引用了自己');
  });

  it.each([
    ['{{{name}}}', '不允许 {{{ … }}}'],
    ['{{&name}}', '不允许 {{& …}}'],
    ['{{{{raw}}}}{{{{/raw}}}}', '不允许 {{{ … }}}'],
    ['{{lookup tags 0}}', '没有函数 lookup，可用的有 date'],
    ['{{#log name}}{{/log}}', '没有块 {{#log}}'],
    ['{{#name}}{{/name}}', '没有块 {{#name}}'],
    ['{{#*inline "x"}}{{/inline}}', '不允许 DecoratorBlock'],
    ['{{* x}}', '不允许 Decorator'],
    ['{{#> x}}{{/x}}', '不允许 PartialBlockStatement'],
    ['{{> (join tags "")}}', '片段名须直接写出'],
    ['{{date name "x"}}', '函数 date 需要 1 个参数，给了 2 个'],
    ['{{eq name b=1}}', '函数 eq 需要 2 个参数'],
    ['{{#if name}}', '语法有误'],
  ])('refuses what templates may not do: %s', async (source, message) => {
    expect(await refused(source)).toContain(message);
  });

  it('reaches no prototype even when the shape of the data is not known', () => {
    const { render: write } = compileTemplate('{{a.constructor}}', { name: 'x', schema: null, partials: {} });
    expect(write({ a: { name: 1 } })).toBe('');
    const own = compileTemplate('{{#with a}}{{constructor.constructor}}{{/with}}', {
      name: 'x',
      schema: null,
      partials: {},
    });
    expect(() => own.render({ a: {} })).toThrow('模板 x');
  });

  it('refuses a missing field while rendering when it could not before', async () => {
    const template = compileTemplate('\n{{a.b}}', { name: 'late', schema: null, partials: {} });
    expect(await refusal(() => template.render({ a: {} }))).toContain('模板 late 第 2 行');
  });

  it('demands null for what can be missing', async () => {
    const optional = z.object({ rows: z.array(z.object({ note: z.string().optional() })) });
    const fault = await refusal(() => compileTemplate('', { name: 'x', schema: optional, partials: {} }));
    expect(fault).toContain('rows[].note 不得省略');
  });

  it('has a hash of the template and the partials it reaches, and of nothing else', () => {
    const hash = (source: string, partials: Record<string, string>) => compile(source, partials).hash;
    const base = hash('{{> a}}', { a: '甲', b: '乙' });
    expect(hash('{{> a}}', { a: '甲', b: '丙' })).toBe(base);
    expect(hash('{{> a}}', { a: '丁', b: '乙' })).not.toBe(base);
    expect(hash('{{> a}} ', { a: '甲', b: '乙' })).not.toBe(base);
  });
});
