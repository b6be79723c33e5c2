import { expect, test } from 'vitest';
import { hereOf } from './here.ts';

test('language links keep what chooses the page, and nothing that came in an address from elsewhere', () => {
  expect(hereOf('/connexion?retour=%2Fdossier%3Fa%3Db&lang=ar')).toBe('/connexion?retour=%2Fdossier%3Fa%3Db');
  expect(hereOf('/franceconnect/retour?code=abc&state=def&iss=x')).toBe('/franceconnect/retour');
  expect(hereOf('/dossiers/1/pieces/2?changer')).toBe('/dossiers/1/pieces/2?changer=');
  expect(hereOf('/')).toBe('/');
});
