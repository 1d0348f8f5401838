import type { LocalizedText } from '@shucu/plugin-sdk';

/** One figure of a rule set as a reader sees it. */
export interface Figure {
  readonly title: LocalizedText;
  readonly text: LocalizedText;
}
