/** Which paths there are, and by which methods. */
export class KnownPaths {
  private readonly paths = new Map<string, { readonly form: RegExp; readonly methods: Set<string> }>();

  /** `pattern` has parameters like `:id` and may end in `*`. */
  add(methods: string | readonly string[], pattern: string): void {
    const known = this.paths.get(pattern) ?? { form: formOf(pattern), methods: new Set() };
    for (const method of [methods].flat()) known.methods.add(method);
    this.paths.set(pattern, known);
  }

  /** The methods of a path without its query, sorted; none where there is nothing by any method. */
  methodsOf(path: string): string[] {
    const fitting = [...this.paths.values()].filter(({ form }) => form.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function formOf(pattern: string): RegExp {
  const segments = pattern.split('/').map((segment) => {
    if (segment.startsWith(':')) return '[^/]+';
    return segment === '*' ? '.*' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${segments.join('/')}$`);
}
