import { citeArticle } from './article.js';

const rules = {
  title: '实施细则（试行）',
  documentNumber: '甘工信发〔2024〕128号',
  articles: { 第十三条: '公示期为5个工作日。', 第十七条: '有下列情况之一的，撤销评价资格：……' },
};

describe('an article', () => {
  it('is cited with its document, and by its words', () => {
    expect(citeArticle(rules, '第十三条')).toEqual({
      number: '第十三条',
      text: '公示期为5个工作日。',
      documentNumber: '甘工信发〔2024〕128号',
      citation: '《实施细则（试行）》（甘工信发〔2024〕128号）第十三条',
    });
  });

  it('stands for its parts, and may be cited where its words are not known', () => {
    expect(citeArticle(rules, '第十七条第（一）项')).toMatchObject({
      number: '第十七条第（一）项',
      text: rules.articles.第十七条,
    });
    expect(citeArticle(rules, '第十八条').text).toBeNull();
  });
});
