import { readAnnexTable } from './annex-table.js';

describe('readAnnexTable', () => {
  it('repeats groups, knows headings, leaves out header lines and blanks of line breaks', () => {
    const text = [
      '(一) 某类',
      '评价项目\t评价指标\t评价标准',
      '技术开放 创新\t环境\t人数在 50 人以上',
      '\t人才培训 实训环境\t有 2 个以上',
      '某功能类 (包括等)\t\t',
      '其他\t指标\t标准',
    ].join('\r\n');
    expect(readAnnexTable(text)).toEqual([
      { section: null, group: '技术开放创新', title: '环境', standard: '人数在 50 人以上' },
      { section: null, group: '技术开放创新', title: '人才培训实训环境', standard: '有 2 个以上' },
      { section: '某功能类 (包括等)', group: '其他', title: '指标', standard: '标准' },
    ]);
  });
});
