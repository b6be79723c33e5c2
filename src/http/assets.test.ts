import { expect, test } from 'vitest';
import { testHouse } from '#testing/test-house.ts';
import { testServer } from '#testing/test-site.ts';

test.each(['/assets/', '/assets/absent.css', '/assets/../main.mjs'])(
  '%s is a page that is not there, not a fault',
  async (url) => {
    const app = testServer(await testHouse(), []);
    const answer = await app.inject({ method: 'GET', url });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('<html lang="fr"');
  },
);
