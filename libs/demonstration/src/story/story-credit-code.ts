import { creditCode } from '../generator/basis/credit-code.js';
import { Random } from '../generator/basis/random.js';

/** Gives valid credit codes of companies of 兰州市城关区, a new one each time, the same ones in each story. */
export function storyCreditCode(): () => string {
  const random = new Random('story/credit-codes');
  return () => creditCode(random, '91', '620102');
}
