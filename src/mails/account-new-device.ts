import type { MailContent, MailFrame } from './mail.ts';

/** Tells of a sign-in from a device and network not seen before. @param device e.g. `Firefox, Android` */
export function accountNewDevice({ t, format, baseUrl }: MailFrame, { device, at }: { device: string; at: Date }): MailContent {
  return {
    subject: t('mails.new_device.subject'),
    paragraphs: [t('mails.new_device.text', { at: format.dateTime(at), device }), t('mails.new_device.help')],
    action: { label: t('mails.new_device.action'), url: `${baseUrl}/compte/sessions` },
  };
}
