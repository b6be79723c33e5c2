const FRANCE_IDENTITE =
  'The application itself calls it « justificatif d’identité à usage unique »: people must find that name in it.';

/** French messages that plain language cannot have otherwise, each with its reason. An entry that excuses nothing fails. */
export const ALLOWED: Readonly<Record<string, string>> = {
  'situation.identity.france_identite.title': FRANCE_IDENTITE,
  'paper.france_identite': FRANCE_IDENTITE,
  'reason.france_identite_unusable.title': FRANCE_IDENTITE,
  'reason.france_identite_unusable.wrong.you': FRANCE_IDENTITE,
  'reason.france_identite_unusable.wrong.them': FRANCE_IDENTITE,
  'reason.france_identite_unusable.todo.you': FRANCE_IDENTITE,
  'reason.france_identite_unusable.todo.them': FRANCE_IDENTITE,
};
