import { describe, expect, it } from 'vitest';
import { hiddenNames, hiddenSelectors, hiddenWord } from './hidden-names.ts';

describe('names that ad-blockers hide', () => {
  it.each(['ad', 'ads-box', '/dossier/share', 'shareButton', 'top_banner', '/social/x', 'track'])('are seen in %j', (name) => {
    expect(hiddenWord(name)).not.toBeNull();
  });

  it.each(['address', 'add-file', '/mes-liens', 'upload', 'read', 'header', 'shadow', 'padding', 'unpixelated'])(
    'are not seen in %j',
    (name) => {
      expect(hiddenWord(name)).toBeNull();
    },
  );

  it.each([
    '<p id="share">a</p>',
    '<p class="fr-btn promo">a</p>',
    '<a href={`/liens/${id}/share`}>a</a>',
    '<input name={on ? "social" : "b"} />',
    "app.get('/share/:token', page)",
  ])('are found in %s', (text) => {
    expect(hiddenNames('a.tsx', `export const a = ${text};`)).toHaveLength(1);
  });

  it('may stand in what people read and in what the code calls its own', () => {
    expect(hiddenNames('a.tsx', "export const share = <p>share this ad</p>;\nconst word = 'banner';")).toEqual([]);
  });

  it('are found in stylesheets', () => {
    expect(hiddenSelectors('.fr-badge { color: red }\n.share-link, #ad {}')).toHaveLength(2);
  });
});
