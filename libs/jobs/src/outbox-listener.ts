import { Client } from 'pg';
import { OUTBOX_CHANNEL } from './outbox.repository.js';

export interface OutboxListenerSettings {
  readonly databaseUrl: string;
  readonly onTenant: (tenantId: string) => void;
  /** A connection is open (again): notifications sent before it are lost. */
  readonly onConnected: () => void;
  readonly onError: (error: Error) => void;
}

const RECONNECT_AFTER_MS = 1_000;

/** Hears whose outbox has new rows, on a connection of its own that is opened again whenever it breaks. */
export class OutboxListener {
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(private readonly settings: OutboxListenerSettings) {}

  /** Returns after the first try; where that fails, further ones follow. */
  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'shucu-outbox',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    this.client = client;
    client.on('notification', ({ payload }) => payload && this.settings.onTenant(payload));
    client.on('error', (error) => this.startAgain(client, error));
    client.on('end', () => this.startAgain(client, new Error('the connection ended')));
    try {
      await client.connect();
      await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
      this.settings.onConnected();
    } catch (error) {
      this.startAgain(client, error instanceof Error ? error : new Error(String(error)));
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }

  private startAgain(broken: Client, error: Error): void {
    if (this.isStopped || this.client !== broken) return;
    this.client = undefined;
    this.settings.onError(error);
    // What is left of it can only fail once more, and that has been reported.
    broken.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.start(), RECONNECT_AFTER_MS);
  }
}
