import { createTransport } from 'nodemailer';
import type { Mailer } from '#ports/mailer.ts';

export interface SmtpSettings {
  /** `smtps://user:password@host[:port]` (TLS from the first byte) or `smtp://host[:port]` (STARTTLS, demanded). */
  readonly url: string;
  /** Sender, `Name <address>`. */
  readonly from: string;
  /** Authority that the server's certificate must come from, PEM; unset: those Node trusts. */
  readonly ca?: string;
}

/** Thrown at start when `SMTP_URL` cannot be used; never echoes it, it holds a password. */
export class SmtpUrlError extends Error {}

const PORTS = { 'smtps:': 465, 'smtp:': 587 } as const;

/**
 * Mails by SMTP. TLS is always on and certificates are always verified: nothing in the address can relax that, its query is
 * not read. One connection per mail, so that a mail that throws left no half-open session behind.
 */
export function smtpMailer({ url, from, ca }: SmtpSettings): Mailer {
  const { protocol, host, port, auth } = parseSmtpUrl(url);
  const transport = createTransport({
    host,
    port,
    secure: protocol === 'smtps:',
    requireTLS: true,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...(auth ? { auth } : {}),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, html, text, replyTo, unsubscribe, messageId }) => {
      await transport.sendMail({
        from,
        // As an object: a comma in an address must never become a second recipient.
        to: { name: '', address: to },
        subject,
        html,
        text,
        messageId,
        ...(replyTo === undefined ? {} : { replyTo }),
        headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribe ? stopHeaders(unsubscribe) : {}) },
      });
    },
  };
}

/** RFC 8058: the address, and that one POST to it is enough. */
const stopHeaders = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

function parseSmtpUrl(text: string) {
  if (!URL.canParse(text)) throw new SmtpUrlError('SMTP_URL is not an address');
  const url = new URL(text);
  const { protocol } = url;
  if (protocol !== 'smtps:' && protocol !== 'smtp:') throw new SmtpUrlError('SMTP_URL must start with smtps:// or smtp://');
  if (!url.hostname) throw new SmtpUrlError('SMTP_URL names no host');
  return {
    protocol,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : PORTS[protocol],
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : null,
  };
}
