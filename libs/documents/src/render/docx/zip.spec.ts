import { unzipFiles, zipFiles } from './zip.js';

describe('zipFiles', () => {
  const files = new Map([
    ['a.xml', Buffer.from('<a>中文</a>'.repeat(100))],
    ['文件夹/空.txt', Buffer.alloc(0)],
  ]);

  it('gives back what went in, the same bytes each time', () => {
    expect([...unzipFiles(zipFiles(files))]).toEqual([...files]);
    expect(zipFiles(files).equals(zipFiles(files))).toBe(true);
  });

  it('refuses what is no archive', () => {
    expect(() => unzipFiles(Buffer.from('nothing'))).toThrow('not a ZIP archive');
  });
});
