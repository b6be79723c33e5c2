export const letters = {
  'letters.link_code_subject': 'Votre code : {code}',
  'letters.link_code_text': 'Voici le code pour ouvrir le dossier de location. Il est valable 10 minutes et sert une fois.',
  'letters.link_code_ignore': 'Si vous n’avez rien demandé, ne faites rien.',
  'letters.link_sent_subject': '{name} vous envoie son dossier de location',
  'letters.link_sent_text': '{name} vous envoie un dossier de location, vérifié par un service public.',
  'letters.link_sent_action': 'Ouvrir le dossier',
  'letters.link_opened_subject': 'Votre dossier a été ouvert',
  'letters.link_opened_text': 'Le lien « {title} » vient d’être ouvert pour la première fois par une personne.',
  'letters.link_opened_action': 'Voir qui a ouvert mon dossier',
} as const;
