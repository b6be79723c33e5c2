/** Asking people for their opinion, where a procedure ends. */
export const feedback = {
  'feedback.mail': 'Votre avis compte : {url}',
  'feedback.no_reply': 'Votre avis aide à améliorer le service. Il ne reçoit pas de réponse.',
};
