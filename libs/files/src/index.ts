export { FileCorrupted, FileStore } from './file-store.js';
export { FilesModule } from './files.module.js';
