import { type DynamicModule, Module } from '@nestjs/common';
import { MeasureReader } from './measures/measure-reader.js';
import { PluginRegistry } from './registry/plugin-registry.js';
import { ScoringRunner } from './scoring/scoring-runner.js';

/** The installed category plugins, their measures and their scoring, for the whole process. */
@Module({})
export class PluginHostModule {
  /** `plugins` are module URLs; a faulty plugin keeps the process from starting. */
  static forRoot({ plugins }: { plugins: readonly string[] }): DynamicModule {
    return {
      module: PluginHostModule,
      global: true,
      providers: [
        { provide: PluginRegistry, useFactory: () => PluginRegistry.load(plugins) },
        {
          provide: ScoringRunner,
          useFactory: (registry: PluginRegistry) => new ScoringRunner(registry),
          inject: [PluginRegistry],
        },
        MeasureReader,
      ],
      exports: [PluginRegistry, ScoringRunner, MeasureReader],
    };
  }
}
