import { expect, test } from 'vitest';
import type { Locale } from '#i18n/locales.ts';
import { bindingOf } from './dossier-binding.ts';

const bound = (locale: Locale, certified = false) =>
  bindingOf({
    locale,
    serviceName: 'Dossier de location',
    traceCode: 'ABCD-EFGH-JK',
    recipient: 'Agence du Port',
    issuedAt: new Date('2026-11-25T10:00:00Z'),
    validUntil: null,
    dossier: {
      kind: 'alone',
      verified: true,
      message: null,
      people: [{ id: 'p1', role: 'tenant', name: 'Zoé Martin', certified }],
      absent: [],
      income: 1995,
      guarantorIncome: 0,
      checked: 1,
      total: 1,
    },
    pieces: [],
  });

test('a dossier bound in another language says its title in French too, for the office that receives it', () => {
  const spanish = bound('es');
  expect([spanish.lang, spanish.title, spanish.secondTitle]).toEqual(['es', 'Expediente de Zoé Martin', 'Dossier de Zoé Martin']);
  expect(spanish.facts).toContainEqual(['Emitido el', '25 de noviembre de 2026']);
});

test('a dossier bound in easy French is a French paper, with its title once', () => {
  const easy = bound('fr-simple');
  expect([easy.lang, easy.rtl, easy.title, easy.secondTitle]).toEqual(['fr', false, 'Dossier de Zoé Martin', null]);
});

test('the cover says whose name FranceConnect gave, and nothing of it when it gave none', () => {
  expect(bound('fr', true).facts).toContainEqual(['Identité donnée par FranceConnect', 'Zoé Martin']);
  expect(JSON.stringify(bound('fr'))).not.toContain('FranceConnect');
});
