export { MeasureReader, type RecordBehind } from './measures/measure-reader.js';
export { PluginHostModule } from './plugin-host.module.js';
export { type InstalledPlugin, PluginRegistry } from './registry/plugin-registry.js';
export { ScoringRunner } from './scoring/scoring-runner.js';
export type { GradeAllResult, PluginFailure, ScoreResult } from './scoring/thread.types.js';
