import { expect, test } from 'vitest';
import { OidcSettingsError } from '#adapters/oidc-client.ts';
import { franceConnectMode, franceConnectOf, simulatorDoor } from './france-connect.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

const KEY = new Uint8Array(32).fill(5);
const production = {
  NODE_ENV: 'production',
  BASE_URL: 'https://dossier.example',
  SMTP_URL: 'smtp://localhost:25',
  PUBLISHER: 'Body',
  PUBLISHER_ADDRESS: '1 street',
  PUBLISHER_PHONE: '01',
  PUBLICATION_DIRECTOR: 'Somebody',
  HOSTING_PROVIDER: 'Host',
  DPO_CONTACT: 'dpo@example.org',
  CONTACT_EMAIL: 'aide@example.org',
};
const registered = {
  FC_MODE: 'production',
  FC_ISSUER: 'https://oidc.franceconnect.gouv.fr/api/v2',
  FC_CLIENT_ID: 'id',
  FC_CLIENT_SECRET: 's',
};

test('unset, the simulator runs on a local address outside production, and nowhere else', () => {
  expect(franceConnectMode(readSettings({}))).toBe('simulator');
  expect(franceConnectMode(readSettings({ BASE_URL: 'https://dossier.test' }))).toBe('simulator');
  expect(franceConnectMode(readSettings({ BASE_URL: 'https://dossier.example' }))).toBe('off');
  expect(franceConnectMode(readSettings(production))).toBe('off');
  expect(franceConnectOf(readSettings(production), KEY)).toBeNull();
});

test('the simulator asked for in production, or on a public address, stops the start', () => {
  expect(() => readSettings({ ...production, FC_MODE: 'simulator' })).toThrow(SettingsError);
  expect(() => readSettings({ FC_MODE: 'simulator', BASE_URL: 'https://dossier.example' })).toThrow(SettingsError);
});

test('even past the settings, the simulator refuses production', async () => {
  const forced: Settings = { ...readSettings({}), NODE_ENV: 'production', FC_MODE: 'simulator' };
  await expect(simulatorDoor(forced, KEY, '/assets/main.css')).rejects.toThrow('production');
});

test('FranceConnect itself is reached by its settings, by https only', () => {
  expect(franceConnectOf(readSettings({ ...production, ...registered }), KEY)?.origin).toBe('https://oidc.franceconnect.gouv.fr');
  expect(() => readSettings({ ...production, ...registered, FC_ISSUER: 'http://localhost/api/v2' })).toThrow(SettingsError);
  const forced: Settings = { ...readSettings({ ...production, ...registered }), FC_ISSUER: 'http://localhost/api/v2' };
  expect(() => franceConnectOf(forced, KEY)).toThrow(OidcSettingsError);
});
