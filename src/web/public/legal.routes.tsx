import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailField } from '#domain/accounts/email.ts';
import { readableTerms, termsInForce, type TermsVersion } from '#domain/accounts/terms.ts';
import type { Audit } from '#domain/accessibility/audit.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { parisDate, type CivilDate } from '#kernel/civil-date.ts';
import { CONTACT_PROFILES } from '#features/contact/letter.ts';
import { sendContactLetter } from '#features/contact/send-letter.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors, type Typed } from '#http/forms.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { formats } from '#i18n/format.ts';
import { ContactPage } from './contact.page.tsx';
import { HelpArticlePage, HelpPage, SiteMapPage } from './help.pages.tsx';
import { AccessibilityPage, NoticesPage, PrivacyPage, SecurityPage, TermsPage } from './legal.pages.tsx';
import { HELP_ARTICLES, PUBLIC_PAGES } from './public-pages.ts';

/** Days for which `security.txt` says that it holds; RFC 9116 recommends less than a year. */
const SECURITY_TXT_DAYS = 180;

const text = (max: number, needed: 'contact.subject_needed' | 'contact.message_needed') =>
  z.string().trim().min(1, needed).max(max, 'http.field_wrong');
const form = z.object({
  first_name: z.string().trim().max(100).default(''),
  last_name: z.string().trim().max(100).default(''),
  email: emailField,
  profile: z.enum(CONTACT_PROFILES),
  subject: text(200, 'contact.subject_needed'),
  message: text(5000, 'contact.message_needed'),
  website: z.string().default(''),
});

const isArticle = (slug: string): slug is keyof typeof HELP_ARTICLES => Object.hasOwn(HELP_ARTICLES, slug);

type LegalHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'secrets' | 'settings'>;

/** Pages that the law asks of a public service, help, contact, and the files that machines look for. @param audit in the repository */
export function legalRoutes(app: App, house: LegalHouse, audit: Audit | null): void {
  app.get('/mentions-legales', async (request, reply) => sendPage(reply, <NoticesPage frame={request.frame()} />));
  const { terms } = house.settings;
  const showTerms = (request: FastifyRequest, reply: FastifyReply, choose: (today: CivilDate) => TermsVersion | undefined) => {
    const today = parisDate(house.clock.now());
    const shown = choose(today);
    if (!shown) throw new HttpFailure(404);
    return sendPage(reply, <TermsPage frame={request.frame()} versions={terms} shown={shown} today={today} />);
  };
  app.get('/cgu', async (request, reply) => showTerms(request, reply, (today) => termsInForce(terms, today)));
  app.get('/cgu/versions/:date', async (request, reply) => {
    const { date } = request.params as Readonly<Record<string, string>>;
    return showTerms(request, reply, (today) => readableTerms(terms, today).find(({ from }) => from === date));
  });
  app.get('/politique-de-confidentialite', async (request, reply) =>
    sendPage(reply, <PrivacyPage frame={request.frame()} pieceDays={house.settings.pieceDays} />),
  );
  app.get('/accessibilite', async (request, reply) => {
    const today = parisDate(house.clock.now());
    return sendPage(reply, <AccessibilityPage frame={request.frame()} audit={audit} today={today} />);
  });
  app.get('/securite', async (request, reply) => sendPage(reply, <SecurityPage frame={request.frame()} />));
  app.get('/plan-du-site', async (request, reply) => sendPage(reply, <SiteMapPage frame={request.frame()} />));
  app.get('/aide', async (request, reply) => sendPage(reply, <HelpPage frame={request.frame()} />));
  app.get('/aide/:slug', async (request, reply) => {
    const slug = (request.params as Readonly<Record<string, string>>)['slug'] ?? '';
    if (!isArticle(slug)) throw new HttpFailure(404);
    return sendPage(reply, <HelpArticlePage frame={request.frame()} article={HELP_ARTICLES[slug]} />);
  });

  const askContact = async (request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors, status = 200) => {
    await request.ensureSession();
    const open = house.settings.contactEmail !== null;
    return sendPage(reply, <ContactPage frame={request.frame()} open={open} typed={typed} errors={errors} />, status);
  };
  app.get('/contact', async (request, reply) => askContact(request, reply, {}, {}));
  app.post('/contact', async (request, reply) => {
    if (house.settings.contactEmail === null) throw new HttpFailure(404);
    const read = readForm(request, form);
    if (!read.ok) return askContact(request, reply, read.typed, read.errors, 422);
    const { first_name: first, last_name: last, email, profile, subject, message, website } = read.value;
    const sent = () => seeOther(reply, '/contact', { kind: 'success', key: 'contact.sent' });
    // A program that fills every field is answered like anybody.
    if (website !== '') return sent();
    const { allowed, retryAfterMs } = await request.within('contact', request.network);
    if (!allowed) {
      const at = formats(request.locale).dateTime(new Date(house.clock.now().getTime() + retryAfterMs));
      return askContact(request, reply, read.typed, { message: request.t('accounts.wait', { at }) }, 429);
    }
    await sendContactLetter(house, { name: `${first} ${last}`.trim(), email, profile, subject, message });
    return sent();
  });

  const { baseUrl } = house.settings;
  app.get('/.well-known/security.txt', async (request, reply) => {
    const { security } = request.frame().service.operator;
    if (!security) throw new HttpFailure(404);
    const expires = new Date(house.clock.now().getTime() + SECURITY_TXT_DAYS * DAY_MS);
    const lines = [
      `Contact: ${security}`,
      `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
      'Preferred-Languages: fr, en',
      `Canonical: ${baseUrl}/.well-known/security.txt`,
      `Policy: ${baseUrl}/securite`,
    ];
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
  app.get('/.well-known/change-password', async (_request, reply) => seeOther(reply, '/compte/mot-de-passe'));
  app.get('/sitemap.xml', async (_request, reply) => {
    const places = PUBLIC_PAGES.map(({ path }) => `<url><loc>${baseUrl}${path}</loc></url>`).join('');
    return reply
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places}</urlset>`,
      );
  });
}
