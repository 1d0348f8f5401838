import type { DataSource } from 'typeorm';

interface DefinerRow {
  readonly name: string;
  readonly path: string | null;
  readonly everybody: boolean;
  readonly application: boolean;
}

interface ViewRow {
  readonly name: string;
  readonly invoker: boolean;
}

const OURS = `NOT IN (SELECT oid FROM pg_namespace WHERE nspname IN ('pg_catalog', 'information_schema'))`;

const DEFINERS = `
  SELECT p.oid::regprocedure::text AS name,
    (SELECT substring(setting FROM 13) FROM unnest(p.proconfig) setting WHERE setting LIKE 'search_path=%') AS path,
    has_function_privilege('public', p.oid, 'EXECUTE') AS everybody,
    has_function_privilege('shucu_application', p.oid, 'EXECUTE') AS application
  FROM pg_proc p WHERE p.prosecdef AND p.pronamespace ${OURS} ORDER BY 1`;

/** A plain view reads with the rights of its owner; a materialized one, or a foreign table, knows no policies at all. */
const VIEWS = `
  SELECT c.oid::regclass::text AS name,
    c.relkind = 'v' AND 'security_invoker=true' = ANY (coalesce(c.reloptions, '{}')) AS invoker
  FROM pg_class c WHERE c.relkind IN ('v', 'm', 'f') AND c.relnamespace ${OURS} ORDER BY 1`;

/** What the schema may hold of code that runs with the rights of the owner, and why. */
export interface KnownCode {
  /** Functions that are SECURITY DEFINER; `callable` where the application may call them itself, not only through a trigger. */
  readonly definers: Readonly<Record<string, { readonly why: string; readonly callable?: true }>>;
  readonly views: Readonly<Record<string, string>>;
}

/** Names every function and view that runs with its owner's rights and is not known, or could be misused by its callers. */
export async function faultsOfCode(superuser: DataSource, known: KnownCode): Promise<string[]> {
  const definers = await superuser.query<DefinerRow[]>(DEFINERS);
  const views = await superuser.query<ViewRow[]>(VIEWS);
  const found = new Set([...definers, ...views].map(({ name }) => name));
  return [
    ...definers.flatMap((definer) => faultsOfDefiner(definer, known.definers)),
    ...views
      .filter(({ name }) => !(name in known.views))
      .map(({ name }) => `view ${name}: nobody said why it is there`),
    ...views.filter(({ invoker }) => !invoker).map(({ name }) => `view ${name}: reads with the rights of its owner`),
    ...Object.keys({ ...known.definers, ...known.views })
      .filter((name) => !found.has(name))
      .map((name) => `${name}: is known and not there`),
  ];
}

function faultsOfDefiner({ name, path, everybody, application }: DefinerRow, known: KnownCode['definers']): string[] {
  const faults = [
    !known[name] && 'nobody said why it runs with the rights of the owner',
    !isFixed(path) && `its search path is ${path ?? 'the caller’s'}`,
    everybody && 'everybody may call it',
    application && !known[name]?.callable && 'the application may call it',
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `function ${name}: ${fault}`);
}

/** Whoever calls may make temporary objects: unless named, their schema comes first; and `public` is for the owner alone. */
function isFixed(path: string | null): boolean {
  const schemas = (path ?? '').split(',').map((schema) => schema.trim().replaceAll('"', ''));
  return schemas[0] === 'pg_catalog' && schemas.at(-1) === 'pg_temp';
}
