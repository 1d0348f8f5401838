import { type DynamicModule, Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { FileLimits, type FilesEnvironment, s3SettingsOf } from './files.settings.js';
import { LocalFileStore } from './local-file-store.js';
import { PartFiles } from './part-files.js';
import { S3FileStore } from './s3-file-store.js';

/** The file store of this process: the bucket where one is named, otherwise the directory; what is still arriving lies in the directory. */
@Module({})
export class FilesModule {
  static forRoot(environment: FilesEnvironment): DynamicModule {
    const { FILES_DIR } = environment;
    const bucket = s3SettingsOf(environment);
    const store = bucket ? new S3FileStore(bucket, FILES_DIR) : new LocalFileStore(FILES_DIR);
    return {
      module: FilesModule,
      global: true,
      providers: [
        { provide: FileStore, useValue: store },
        { provide: PartFiles, useValue: new PartFiles(FILES_DIR) },
        { provide: FileLimits, useValue: new FileLimits(environment) },
      ],
      exports: [FileStore, PartFiles, FileLimits],
    };
  }
}
