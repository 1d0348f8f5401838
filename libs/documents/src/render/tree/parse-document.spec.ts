import { refusal } from '../testing/faults.js';
import { parseDocument } from './parse-document.js';
import { plainText } from './plain-text.js';

const read = (html: string) => parseDocument(`<h1>题</h1>\n${html}`, 'sample');
const text = (html: string) => plainText(read(html)).replace(/^题\n/, '');
const refused = (html: string) => refusal(() => read(html));

describe('parseDocument', () => {
  it('reads every element of the subset', () => {
    const table =
      '<table><thead><tr><th class="w3 center">项</th><th>值</th></tr></thead><tbody><tr><td>甲</td><td class="right">1</td></tr></tbody></table>';
    const { title, blocks } = read(
      `<section class="keep"><p class="note">注<br>意</p></section>${table}<ul><li>一</li></ul>`,
    );
    expect(title).toBe('题');
    expect(blocks[1]).toEqual({
      kind: 'section',
      role: 'keep',
      blocks: [{ kind: 'paragraph', role: 'note', inlines: ['注', { br: true }, '意'] }],
    });
    expect(blocks[2]).toMatchObject({ kind: 'table', widths: [3, 1] });
    expect(text(`${table}<ul><li>一</li></ul><ol><li>二</li></ol>`)).toBe('项\t值\n甲\t1\n• 一\n1. 二\n');
  });

  it('numbers headings in Chinese, each h2 starting its h3 again', () => {
    const heading = (level: number) => `<h${level} class="numbered">标题</h${level}>`;
    expect(text([2, 3, 3, 2, 3].map(heading).join(''))).toBe(
      '一、标题\n（一）标题\n（二）标题\n二、标题\n（一）标题\n',
    );
  });

  it('takes a line break between Chinese characters for no space, elsewhere for one', () => {
    expect(text('<p>\n  第一行\n  第二行 a\n b，\n（三）<strong>\n四</strong>\n五 六\n</p>')).toBe(
      '第一行第二行 a b，（三）四五 六\n',
    );
  });

  it('leaves out what cannot be printed or turns the direction of writing', () => {
    expect(text('<p>甲\u0000\u202e乙\ud800&#x202e;丙\u200b</p>')).toBe('甲乙丙\u200b\n');
  });

  it('draws bars by percentages, or by a number against its maximum', () => {
    const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const figure = (...rows: string[][]) =>
      `<figure class="bars"><figcaption>图</figcaption><table><thead><tr><th>项</th><th>值</th><th>满分</th></tr></thead><tbody>${rows.map(row).join('')}</tbody></table></figure>`;
    const { blocks } = read(figure(['甲', '82.5%', '10'], ['乙', '3', '12'], ['丙', '-1', '12'], ['丁', '20', '12']));
    expect(blocks[1]).toMatchObject({ bars: [{ share: 0.825 }, { share: 0.25 }, { share: 0 }, { share: 1 }] });
  });

  it('refuses a chart whose figures are none', async () => {
    const table =
      '<table><thead><tr><th>项</th><th>值</th></tr></thead><tbody><tr><td>甲</td><td>多</td></tr></tbody></table>';
    expect(await refused(`<figure><figcaption>图</figcaption>${table}</figure>`)).toContain('不能是“多”');
    expect(await refused(`<figure>${table}</figure>`)).toContain('须有一个 figcaption');
  });

  it('refuses a title that no page could hold', async () => {
    const long = () => parseDocument(`<h1>${'题'.repeat(301)}</h1>`, 'sample');
    expect(await refusal(long)).toContain('<h1> 有 301 字符，上限 300 字符');
  });

  it.each([
    ['<script>x</script>', '第 2 行：不允许元素 <script>，可用的有 section、div、h1'],
    ['<p><img src="x"></p>', '不允许元素 <img>'],
    ['<p onclick="x">a</p>', '<p> 不允许属性 onClick'],
    ['<p style="color:red">a</p>', '不允许属性 style'],
    ['<p class="big">a</p>', '<p> 不允许 class big，可用的有 mark、number'],
    ['<p class="note center">a</p>', '只能有一个 class'],
    ['<p class="note" class="center">a</p>', '第 2 行：HTML 写法有误'],
    ['<p>a<table></table></p>', '表格没有行'],
    ['散文', '此处不能直接写文字“散文”'],
    ['<!-- x -->', '不允许 HTML 注释'],
    ['<ul><p>a</p></ul>', '列表里只能有 <li>'],
    ['<p><em>a</em></p>', '不允许元素 <em>'],
    ['<table></table>', '表格没有行'],
    ['<table><tbody><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>', '此行有 2 列，首行有 1 列'],
    ['<table><tbody><tr><td colspan="99">1</td></tr></tbody></table>', 'colspan 须是 1 至 12 的整数'],
    ['<table><tbody><tr><td class="w13">1</td></tr></tbody></table>', '可用的有 w1…w12'],
    ['<section><section><section><section><p>a</p></section></section></section></section>', '嵌套不得超过 3 层'],
    ['<h1>又一</h1>', '须有且只有一个 <h1>，现有 2 个'],
    ['<p><strong>a<strong>b</strong></strong></p>', '此处的文字里只能有 br，不能有 <strong>'],
    ['<div>'.repeat(50_000), '元素嵌套过深'],
    [`<p>${'字'.repeat(500_000)}</p>`, '内容过大'],
  ])('refuses what is not in the subset: %s', async (html, message) => {
    expect(await refused(html)).toContain(message);
  });
});
