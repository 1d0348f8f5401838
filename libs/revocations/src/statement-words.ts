import type { ArithmeticWords } from '@shucu/calendar';

/** How the arithmetic of the period for a statement names it. */
export const STATEMENT_WORDS: ArithmeticWords = { verb: '陈述申辩期', act: '告知' };

/** How the arithmetic of the ban names it. */
export const BAN_WORDS: ArithmeticWords = { verb: '不得再次申报的期限', act: '退出' };
