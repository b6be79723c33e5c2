import { describe, expect, it } from 'vitest';
import { elementsOf, textOf } from './s3-answers.ts';

describe('answers of S3', () => {
  it('give every element of a name', () => {
    expect(elementsOf('<R><Key>a</Key><Size>1</Size><Key>b</Key></R>', 'Key')).toEqual(['a', 'b']);
  });

  it('give text with its entities resolved, once', () => {
    expect(textOf('<T>1&amp;amp;&#43;&#x2b;&quot;&nope;&#9999999;</T>', 'T')).toBe('1&amp;++"&nope;&#9999999;');
  });

  it('give null for an element that is not there', () => {
    expect(textOf('<R/>', 'Key')).toBeNull();
  });
});
