/** `official`: GB/T 9704-2012, red head and 版记. `report`: cover, running header and footer. */
export const LAYOUT_NAMES = ['official', 'report'] as const;

export type LayoutName = (typeof LAYOUT_NAMES)[number];

/** Directory of the layouts' Typst and CSS files, the same from src and dist. */
export const LAYOUT_DIRECTORY = new URL('../../layout/', import.meta.url);
