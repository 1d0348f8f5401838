import { type DynamicModule, Module } from '@nestjs/common';
import { FileStore } from './file-store.js';

/** The file store of this process, under one directory. */
@Module({})
export class FilesModule {
  static forRoot(directory: string): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      providers: [{ provide: FileStore, useValue: new FileStore(directory) }],
      exports: [FileStore],
    };
  }
}
