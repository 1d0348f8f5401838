import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

export const MAILER_OPTIONS = Symbol('MailerOptions');

export interface MailerOptions {
  /** smtp://user:password@host:port; without one no e-mail leaves the house. */
  readonly smtpUrl?: string | undefined;
  /** The sender, e.g. `数促平台 <no-reply@example.gov.cn>`. */
  readonly from?: string | undefined;
}

/** One e-mail of plain text. */
export interface Mail {
  /** What mail servers know a repetition by. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const PATIENCE_MS = 20_000;

/** Hands e-mails to the mail server. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;

  constructor(@Inject(MAILER_OPTIONS) private readonly options: MailerOptions) {
    if (!options.smtpUrl) return;
    this.transport = createTransport(options.smtpUrl, {
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as object);
  }

  get isSending(): boolean {
    return this.transport !== undefined;
  }

  /** Resolves once the server has taken the e-mail; rejects with nodemailer's error. */
  async send({ id, to, subject, text }: Mail): Promise<void> {
    if (!this.transport || !this.options.from) throw new Error('No mail server is set');
    const domain = this.options.from.replace(/^.*@|>.*$/g, '');
    await this.transport.sendMail({
      from: this.options.from,
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@${domain}>`,
      // Nobody's holiday notice should come back to a machine (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }
}
