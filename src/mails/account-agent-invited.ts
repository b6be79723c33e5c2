import type { MailContent, MailFrame } from './mail.ts';

/** To a new agent: open the access to the console. @param url works once, seven days */
export function accountAgentInvited({ t, serviceName }: MailFrame, { url }: { url: string }): MailContent {
  return {
    subject: t('mails.agent_invited.subject'),
    paragraphs: [t('mails.agent_invited.text', { service: serviceName }), t('mails.agent_invited.help')],
    action: { label: t('mails.agent_invited.action'), url },
    closing: [t('mails.once_days', { days: 7 })],
  };
}
