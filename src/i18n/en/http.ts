import type { Section } from '../section.ts';
import type { http as fr } from '../fr/http.ts';

export const http: Section<typeof fr> = {
  'http.field_wrong': 'Check this field.',
  'http.home': 'Back to the home page',
  'http.reference': 'Reference to quote if you write to us:',
  'http.error_400.title': 'We did not understand this request',
  'http.error_400.text': 'Go back to the previous page and try again.',
  'http.error_403.title': 'This page has expired',
  'http.error_403.text': 'For your safety, the form is no longer valid. Go back, reload the page and try again.',
  'http.error_404.title': 'This page does not exist',
  'http.error_404.text': 'Check the address. If you followed a link, it may be incomplete.',
  'http.error_405.title': 'This action is not possible here',
  'http.error_405.text': 'Go back to the previous page and try again.',
  'http.error_410.title': 'This content is no longer available',
  'http.error_410.text': 'Ask the person who sent it to you for a new link.',
  'http.error_413.title': 'Your upload is too large',
  'http.error_413.text': 'One upload can be 80 MB at most. Send your files in several goes.',
  'http.error_429.title': 'Too many tries in a short time',
  'http.error_429.text': 'Wait a few minutes, then try again.',
  'http.error_500.title': 'The service ran into a problem',
  'http.error_500.text': 'It is not your fault. Try again in a few minutes. What you had saved is kept.',
  'http.error_503.title': 'The service is restarting',
  'http.error_503.text': 'Try again in a few minutes. What you had saved is kept.',
};
