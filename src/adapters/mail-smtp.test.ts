import { webcrypto } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import * as pkijs from 'pkijs';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SmtpUrlError, smtpMailer } from './mail-smtp.ts';

let key: string;
let cert: string;
beforeAll(async () => {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const made = new pkijs.Certificate();
  made.serialNumber.valueBlock.valueDec = 1;
  made.notBefore.value = new Date(Date.now() - 60_000);
  made.notAfter.value = new Date(Date.now() + 3_600_000);
  const names = new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 2, value: 'localhost' })] });
  made.extensions = [
    new pkijs.Extension({ extnID: '2.5.29.17', critical: true, extnValue: names.toSchema().toBER(), parsedValue: names }),
  ];
  await made.subjectPublicKeyInfo.importKey(keys.publicKey);
  await made.sign(keys.privateKey, 'SHA-256');
  cert = pem('CERTIFICATE', made.toSchema().toBER());
  key = pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
});

const pem = (label: string, bytes: ArrayBuffer) =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64')}\n-----END ${label}-----\n`;

let server: SMTPServer | null = null;
afterEach(async () => {
  await new Promise<void>((done) => (server ? server.close(done) : done()));
  server = null;
});

interface Received {
  readonly mail: ParsedMail;
  readonly to: string[];
  readonly user: unknown;
  readonly secure: boolean;
}

/** A mail server on loopback; what it received. */
async function serve(options: SMTPServerOptions): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = [];
  const listening = new SMTPServer({
    key,
    cert,
    authOptional: true,
    onAuth: ({ username, password }, _, done) =>
      password === 'p@ss' ? done(null, { user: username }) : done(new Error('wrong password')),
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ mail, to, user: session.user as unknown, secure: session.secure });
        done();
      }, done);
    },
    ...options,
  });
  // A client that hangs up on a bad certificate is an error here, and expected.
  listening.on('error', () => undefined);
  server = listening;
  await new Promise<void>((done) => void listening.listen(0, '127.0.0.1', done));
  return { port: (listening.server.address() as AddressInfo).port, received };
}

const from = 'Dossier de location <ne-pas-repondre@dossier.test>';
const mail = {
  to: 'zoé.durand@example.test',
  subject: 'Votre dossier est à compléter – مرحبا',
  html: '<p>Bonjour Zoé,</p>',
  text: 'Bonjour Zoé,\n\nÀ bientôt',
  messageId: '<outbox-7@dossier.test>',
};

describe('mails by SMTP', () => {
  it('arrive as written, in every script, over TLS from the first byte, with the account of the setting', async () => {
    const { port, received } = await serve({ secure: true });
    await smtpMailer({ url: `smtps://me%40host:p%40ss@localhost:${port}`, from, ca: cert }).send({
      ...mail,
      replyTo: 'aide@dossier.test',
    });
    const [one] = received;
    expect(one).toMatchObject({ to: [mail.to], user: 'me@host', secure: true });
    expect(one?.mail).toMatchObject({ subject: mail.subject, messageId: mail.messageId, html: mail.html });
    expect(one?.mail.text?.trim()).toBe(mail.text);
    expect(one?.mail.from?.text).toContain('ne-pas-repondre@dossier.test');
    expect(one?.mail.replyTo?.text).toBe('aide@dossier.test');
    expect(one?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('offer the reader’s program one press to end them, where they can be ended (RFC 8058)', async () => {
    const { port, received } = await serve({ secure: true });
    const mailer = smtpMailer({ url: `smtps://localhost:${port}`, from, ca: cert });
    await mailer.send({ ...mail, unsubscribe: 'https://dossier.test/ne-plus-recevoir/abc' });
    await mailer.send(mail);
    const lists = received.map((one) =>
      one.mail.headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line),
    );
    expect(lists).toEqual([
      ['List-Unsubscribe: <https://dossier.test/ne-plus-recevoir/abc>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'],
      [],
    ]);
  });

  it('demand STARTTLS on a plain port', async () => {
    const { port, received } = await serve({ secure: false });
    await smtpMailer({ url: `smtp://localhost:${port}`, from, ca: cert }).send(mail);
    expect(received[0]?.secure).toBe(true);
  });

  it('do not leave when the server offers no TLS', async () => {
    const { port, received } = await serve({ secure: false, hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    await expect(smtpMailer({ url: `smtp://localhost:${port}`, from, ca: cert }).send(mail)).rejects.toThrow();
    expect(received).toEqual([]);
  });

  it.each(['', '?tls.rejectUnauthorized=false', '?ignoreTLS=true&requireTLS=false'])(
    'do not leave to a server with an unknown certificate, whatever the address asks (%j)',
    async (query) => {
      for (const secure of [true, false]) {
        const { port, received } = await serve({ secure });
        const url = `${secure ? 'smtps' : 'smtp'}://localhost:${port}/${query}`;
        await expect(smtpMailer({ url, from }).send(mail)).rejects.toThrow(/certificate/i);
        expect(received).toEqual([]);
        await new Promise<void>((done) => server?.close(done));
        server = null;
      }
    },
  );

  it('never reach a second person through an address with a comma', async () => {
    const { port, received } = await serve({ secure: true });
    const sending = smtpMailer({ url: `smtps://localhost:${port}`, from, ca: cert }).send({ ...mail, to: 'a@b.test, c@d.test' });
    await sending.catch(() => undefined);
    for (const { to } of received) expect(to).not.toContain('c@d.test');
  });

  it('fail aloud when the server refuses the account or is not there', async () => {
    const { port } = await serve({ secure: true });
    await expect(smtpMailer({ url: `smtps://me:wrong@localhost:${port}`, from, ca: cert }).send(mail)).rejects.toThrow();
    await new Promise<void>((done) => server?.close(done));
    server = null;
    await expect(smtpMailer({ url: `smtps://localhost:${port}`, from, ca: cert }).send(mail)).rejects.toThrow();
  });

  it.each(['', 'localhost', 'http://user:secret@host', 'smtp://'])('refuse the setting %j without echoing it', (url) => {
    expect(() => smtpMailer({ url, from })).toThrow(SmtpUrlError);
    expect(() => smtpMailer({ url, from })).not.toThrow('secret');
  });
});
