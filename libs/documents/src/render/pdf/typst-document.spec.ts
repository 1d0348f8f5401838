import { titleWords } from './typst-document.js';

describe('titleWords', () => {
  it('keeps suffixes and punctuation with the word they belong to', () => {
    const words = titleWords('甘肃省工业和信息化厅关于撤销“甲中心”（试行）资格的通知');
    expect(words.join('')).toBe('甘肃省工业和信息化厅关于撤销“甲中心”（试行）资格的通知');
    expect(words).toContain('甘肃省');
    expect(words.filter((word) => /^[省厅的”）]/.test(word))).toEqual([]);
    expect(words.filter((word) => /[“（]$/.test(word))).toEqual([]);
  });

  it('keeps a short bracket with the word before it', () => {
    expect(titleWords('撤销甘肃（武威）农产品中心')).toContain('甘肃（武威）');
  });
});
