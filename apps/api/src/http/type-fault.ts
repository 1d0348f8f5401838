/** How a person calls the types of JSON. */
const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否（true/false）',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空值',
};

/** The sentences about a value of a wrong type, or about one that is missing. */
export function typeFault(expected: string, input: unknown): { message: string; en: string } {
  if (input === undefined) return { message: '必填', en: 'Required' };
  const received = input === null ? 'null' : Array.isArray(input) ? 'array' : typeof input;
  const named = (type: string): string => TYPES[type] ?? type;
  return {
    message:
      expected === 'int' && received === 'number' ? '应为整数' : `应为${named(expected)}，实际是${named(received)}`,
    en: `Expected ${expected}, received ${received}`,
  };
}
