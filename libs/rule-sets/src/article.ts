import type { RuleSet } from './rule-set.entity.js';

/** An article as decisions, scores and documents cite it. */
export interface CitedArticle {
  /** E.g. `第十七条第（一）项`. */
  readonly number: string;
  /** Its words, or nothing where the rule set does not carry them. */
  readonly text: string | null;
  /** 发文字号 of the document. */
  readonly documentNumber: string;
  /** E.g. `《甘肃省……实施细则（试行）》（甘工信发〔2024〕128号）第十七条第（一）项`. */
  readonly citation: string;
}

/** Cites an article, or a part of one, of a rule set; the words are those of the whole article. */
export function citeArticle(
  { title, documentNumber, articles }: Pick<RuleSet, 'title' | 'documentNumber' | 'articles'>,
  number: string,
): CitedArticle {
  const whole = /^第[^条]+条/u.exec(number)?.[0] ?? number;
  return {
    number,
    text: articles[whole] ?? null,
    documentNumber,
    citation: `《${title}》（${documentNumber}）${number}`,
  };
}
