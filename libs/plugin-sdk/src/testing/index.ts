export * from './annex-table.js';
export * from './describe-category-plugin.js';
export * from './example-input.js';
export * from './sample-rows.js';
export type * from './test-framework.types.js';
