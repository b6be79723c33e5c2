import { LOCALE_FACTS } from '#i18n/locales.ts';
import type { MailContent, MailFrame } from './mail.ts';

/** A mail ready to leave. */
export interface LaidOutMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

// Mail clients drop style sheets: the few styles a mail needs stand on its elements.
const STYLE = {
  body: 'margin:0;padding:24px 12px;background:#f5f6f8;color:#16181d',
  sheet: 'max-width:560px;margin:0 auto;padding:24px;background:#ffffff;font:16px/1.6 Arial,sans-serif',
  name: 'margin:0 0 24px;font-weight:bold;color:#0b5c5a',
  text: 'margin:0 0 16px',
  button:
    'display:inline-block;padding:12px 20px;background:#0b5c5a;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold',
  code: 'margin:0 0 16px;font:bold 28px/1.4 monospace;letter-spacing:4px',
  small: 'margin:0 0 16px;font-size:14px;color:#4a4f58',
} as const;

const paragraph = (text: string, style: string = STYLE.text) => `<p style="${style}">${escape(text)}</p>`;

/** Lays out the words of a mail as HTML that any client can show, and as plain text that says the same. */
export function layOut(frame: MailFrame, content: MailContent): LaidOutMail {
  const { t, serviceName } = frame;
  const signature = t('mails.signature', { service: serviceName });
  const footer = t('mails.footer', { service: serviceName });
  return {
    subject: oneLine(content.subject),
    html: html(frame, content, signature, footer),
    text: text(frame, content, signature, footer),
  };
}

/** A subject is a header: it never holds a line break, even when a name in it does. */
const oneLine = (subject: string) => subject.replace(/\s+/g, ' ').trim();

function html(frame: MailFrame, content: MailContent, signature: string, footer: string): string {
  const { lang, dir } = LOCALE_FACTS[frame.locale];
  const { action, code, list } = content;
  const parts = [
    paragraph(frame.serviceName, STYLE.name),
    paragraph(frame.t('mails.hello')),
    ...content.paragraphs.map((words) => paragraph(words)),
    ...(list ? [`<ul style="${STYLE.text}">${list.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`] : []),
    ...(code ? [`<p dir="ltr" style="${STYLE.code}">${escape(code)}</p>`] : []),
    ...(action
      ? [`<p style="${STYLE.text}"><a href="${escape(action.url)}" style="${STYLE.button}">${escape(action.label)}</a></p>`]
      : []),
    ...(content.closing ?? []).map((words) => paragraph(words)),
    paragraph(signature),
    ...(action
      ? [
          `<p style="${STYLE.small}">${escape(frame.t('mails.link_fallback'))}<br><span dir="ltr">${escape(action.url)}</span></p>`,
        ]
      : []),
    paragraph(footer, STYLE.small),
    ...(frame.stop
      ? [
          `<p style="${STYLE.small}">${escape(frame.t('mail_choices.footer'))} <a href="${escape(frame.stop)}">${escape(frame.t('mail_choices.stop_action'))}</a></p>`,
        ]
      : []),
  ];
  return [
    `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escape(oneLine(content.subject))}</title></head>`,
    `<body style="${STYLE.body}"><div role="main" style="${STYLE.sheet}">${parts.join('\n')}</div></body></html>`,
  ].join('\n');
}

function text(frame: MailFrame, content: MailContent, signature: string, footer: string): string {
  const blocks = [
    frame.t('mails.hello'),
    ...content.paragraphs,
    ...(content.list ? [content.list.map((item) => `- ${item}`).join('\n')] : []),
    ...(content.code ? [content.code] : []),
    ...(content.action ? [`${content.action.label}\n${content.action.url}`] : []),
    ...(content.closing ?? []),
    signature,
    `-- \n${footer}`,
    ...(frame.stop ? [`${frame.t('mail_choices.footer')}\n${frame.stop}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}
