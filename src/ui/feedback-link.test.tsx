import { expect, test } from 'vitest';
import { formats } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { dossierNews } from '#mails/dossier-news.ts';
import { TEST_SERVICE } from '#testing/test-site.ts';
import { FeedbackLink } from './feedback-link.tsx';
import type { Frame } from './frame.ts';
import { renderPage } from './render.ts';

const ADDRESS = 'https://jedonnemonavis.numerique.gouv.fr/Demarches/2871?button=3452';
const t = translator('fr');
const frameWith = (tenant: string | null): Frame => ({
  locale: 'fr',
  t,
  format: formats('fr'),
  path: '/dossiers/1/envoye',
  here: '/dossiers/1/envoye',
  csrf: '',
  signedIn: null,
  service: { ...TEST_SERVICE, jdma: { tenant, landlord: null } },
  assets: { stylesheet: '', icon: '', scripts: {} as Frame['assets']['scripts'] },
  notice: null,
});
const mailFrame = (feedback: string | null) =>
  ({
    locale: 'fr',
    t,
    format: formats('fr'),
    serviceName: 'Dossier',
    baseUrl: 'http://localhost:3000',
    feedback,
    stop: null,
  }) as const;

test('the link opens a new window, says so, and carries nothing of anybody', () => {
  const page = renderPage(<FeedbackLink frame={frameWith(ADDRESS)} procedure="tenant" />);
  expect(page).toContain(`href="${ADDRESS}"`);
  expect(page).toContain('target="_blank" rel="noopener noreferrer" title="Je donne mon avis - nouvelle fenêtre"');
});

test('unset, nothing is shown', () => {
  expect(renderPage(<FeedbackLink frame={frameWith(null)} procedure="tenant" />)).toBe('<!doctype html>');
  expect(renderPage(<FeedbackLink frame={frameWith(ADDRESS)} procedure="landlord" />)).toBe('<!doctype html>');
});

test.each([
  ['submitted', true],
  ['verified', true],
  ['you_verified', true],
  ['to_correct', false],
  ['unfinished', false],
] as const)('the mail %s asks for an opinion: %s', (news, asks) => {
  const said = JSON.stringify(dossierNews(mailFrame(ADDRESS), news, 'd1'));
  expect(said.includes(ADDRESS)).toBe(asks);
  expect(JSON.stringify(dossierNews(mailFrame(null), news, 'd1'))).not.toContain('numerique.gouv.fr');
});
