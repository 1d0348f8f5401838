import 'reflect-metadata';
import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm';
import { CommitSubscriber } from './commit.subscriber.js';

export interface DataSourceSettings {
  readonly url: string;
  /** Upper bound of connections of this process. */
  readonly poolSize?: number;
  /** What `pg_stat_activity` shows for these connections. */
  readonly name: string;
  // biome-ignore lint/complexity/noBannedTypes: TypeORM's own type of an entity class
  readonly entities?: MixedList<Function | string | EntitySchema>;
}

/** Options of a TypeORM data source; no query cache (it crosses tenants) and no schema synchronisation, ever. */
export function dataSourceOptions({ url, poolSize = 10, name, entities = [] }: DataSourceSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    applicationName: name,
    poolSize,
    synchronize: false,
    cache: false,
    subscribers: [CommitSubscriber],
    logging: false,
    extra: { connectionTimeoutMillis: 10_000 },
  };
}

/** An opened data source; the caller destroys it. */
export async function openDataSource(settings: DataSourceSettings): Promise<DataSource> {
  return new DataSource(dataSourceOptions(settings)).initialize();
}
