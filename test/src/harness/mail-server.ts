import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An e-mail as it arrived. */
interface ArrivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** A mail server on loopback that keeps what it takes. */
export interface MailServer {
  readonly url: string;
  readonly arrived: ArrivedMail[];
  /** How the server answers from now on: takes e-mails, is overloaded (4xx), or refuses them for good (5xx). */
  answer: 'take' | 'later' | 'never';
  /** How many e-mails it did not take. */
  refused: number;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        ({ subject = '', text = '', messageId = '' }) => {
          if (mails.answer !== 'take') {
            mails.refused += 1;
            const code = mails.answer === 'later' ? 451 : 550;
            done(Object.assign(new Error('not taken'), { responseCode: code }));
            return;
          }
          const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
          mails.arrived.push({ to, subject, text: text.trim(), messageId });
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const mails: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    arrived: [],
    answer: 'take',
    refused: 0,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mails;
}
