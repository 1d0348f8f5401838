/** A name in both languages of the platform; documents and screens take the Chinese one. */
export interface LocalizedText {
  readonly 'zh-CN': string;
  readonly en: string;
}
