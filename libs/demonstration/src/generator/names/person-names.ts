import type { Random } from '../basis/random.js';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢',
];
const GIVEN_NAMES = (
  '建国 建华 建军 志强 志刚 志远 国栋 国庆 文斌 文博 海燕 海军 海峰 晓东 晓燕 晓梅 玉兰 玉梅 秀英 丽娟 丽萍 红梅 红霞 ' +
  '永刚 永强 立新 立军 明辉 明远 俊杰 俊峰 浩然 宇航 雪梅 雪峰 春霞 秋菊 振华 振东 瑞芳 静 敏 伟 磊 洋 涛 超 娜 婷 鑫 博'
).split(' ');

/** A Chinese person's name. */
export function personName(random: Random): string {
  return random.pick(SURNAMES) + random.pick(GIVEN_NAMES);
}

/** Names of people, of different families as long as there are any. */
export function personNames(random: Random, count: number): string[] {
  const surnames = random.shuffled(SURNAMES);
  return Array.from({ length: count }, (_, index) => `${surnames[index % surnames.length]}${random.pick(GIVEN_NAMES)}`);
}
