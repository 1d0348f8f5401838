import { isForbiddenName, readJson } from './json-body.js';

const read = (text: string) => () => readJson(Buffer.from(text));
const refusal = (code: string) => expect.objectContaining({ code });
const nested = (levels: number, open = '[', close = ']'): string => open.repeat(levels) + close.repeat(levels);

describe('a body', () => {
  it('is read as it is', () => {
    expect(read('{"a":[1,"二",{"b":null}]}')()).toEqual({ a: [1, '二', { b: null }] });
    expect(read('null')()).toBeNull();
  });

  it('that is no JSON in UTF-8 is refused, without quoting it', () => {
    for (const text of ['', '{', 'hunter2', '{"a":1}}', "{'a':1}"])
      expect(read(text)).toThrow('Malformed request: JSON');
    expect(() => readJson(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow(refusal('request.malformed'));
  });

  it('with names that reach for prototypes is refused, however deep and however written', () => {
    for (const text of [
      '{"__proto__":{"admin":true}}',
      '{"a":[{"b":{"__proto__":1}}]}',
      '{"constructor":{"prototype":{"x":1}}}',
      '{"\\u005f_proto__":1}',
      '{"change":{"a.__proto__":1}}',
    ]) {
      expect(read(text)).toThrow(refusal('request.forbiddenName'));
    }
    expect({}).not.toHaveProperty('admin');
  });

  it('may be 32 levels deep and no deeper', () => {
    expect(read(nested(33))).not.toThrow();
    expect(read(nested(34))).toThrow(refusal('request.tooComplex'));
    expect(read(nested(34, '{"a":[', ']}'))).toThrow(refusal('request.tooComplex'));
    expect(read(nested(500_000))).toThrow(refusal('request.tooComplex'));
  });

  it('may be so wide and no wider', () => {
    const fields = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1])));
    const items = (count: number) => `[${Array(count).fill(0).join()}]`;
    expect(read(fields(1_000))).not.toThrow();
    expect(read(fields(1_001))).toThrow(refusal('request.tooComplex'));
    expect(read(items(10_000))).not.toThrow();
    expect(read(items(10_001))).toThrow(refusal('request.tooComplex'));
    expect(read(`[${Array(11).fill(items(10_000)).join()}]`)).toThrow(refusal('request.tooComplex'));
  });

  it('with a key twice is what the last one says', () => {
    expect(read('{"a":1,"a":2}')()).toEqual({ a: 2 });
  });
});

describe('a forbidden name', () => {
  it('is known in the forms of queries', () => {
    for (const name of ['__proto__', 'a[__proto__]', 'a.constructor', 'constructor[prototype]']) {
      expect(isForbiddenName(name)).toBe(true);
    }
    for (const name of ['proto', 'constructors', 'a[b]', 'prototypeId']) expect(isForbiddenName(name)).toBe(false);
  });
});
