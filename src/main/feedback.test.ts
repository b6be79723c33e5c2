import { expect, test } from 'vitest';
import { feedbackAddresses } from './feedback.ts';
import { readSettings, SettingsError } from './settings.ts';

const of = (environment: Record<string, string>) => feedbackAddresses(readSettings(environment));

test('each procedure has its address of « Je donne mon avis », and nothing where it is not set', () => {
  expect(of({ JDMA_TENANT_PRODUCT: '2871', JDMA_TENANT_BUTTON: '3452' })).toEqual({
    tenant: 'https://jedonnemonavis.numerique.gouv.fr/Demarches/2871?button=3452',
    landlord: null,
  });
  expect(of({ JDMA_LANDLORD_PRODUCT: '2871' })).toEqual({ tenant: null, landlord: null });
});

test('an address of the older form is taken as it is, and nothing else than a number or an https address is', () => {
  const old =
    'https://voxusagers.numerique.gouv.fr/Demarches/2871?&view-mode=formulaire-avis&key=0123456789abcdef0123456789abcdef';
  expect(of({ JDMA_TENANT_PRODUCT: old }).tenant).toBe(old);
  expect(() => of({ JDMA_TENANT_PRODUCT: 'javascript:alert(1)' })).toThrow(SettingsError);
});
