export { FileCorrupted, FileMissing, FileStore, type StoredFile } from './file-store.js';
export { FilesModule } from './files.module.js';
export { FileLimits, type FilesEnvironment } from './files.settings.js';
export { PartFiles, PartLost } from './part-files.js';
