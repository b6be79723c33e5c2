import { expect, test } from 'vitest';
import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import { isWordKey } from './translate.ts';

test('every consent in force has its text', () => {
  for (const version of Object.values(CONSENT_TEXTS)) expect(isWordKey(`consent.${version}`), version).toBe(true);
});
