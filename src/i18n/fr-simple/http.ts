import type { Easier } from '../section.ts';
import type { http as fr } from '../fr/http.ts';

export const http = {
  'http.field_wrong': 'Regardez cette case. Il y a une erreur.',
  'http.reference': 'Vous nous écrivez ? Donnez ce numéro :',
  'http.error_403.title': 'Cette page est trop ancienne',
  'http.error_403.text':
    'Cette page ne marche plus. C’est pour vous protéger. Revenez en arrière. Rechargez la page. Recommencez.',
  'http.error_404.text': 'Regardez si l’adresse est juste. Le lien est peut-être coupé.',
  'http.error_410.title': 'Cette page n’est plus là',
  'http.error_410.text': 'Une personne vous a envoyé ce lien. Demandez-lui un nouveau lien.',
  'http.error_413.text': 'Un envoi peut faire 80 Mo au plus. Envoyez vos documents en plusieurs fois.',
  'http.error_429.text': 'Attendez quelques minutes. Ensuite, essayez encore.',
  'http.error_500.title': 'Le site a un problème',
  'http.error_500.text': 'Ce n’est pas votre faute. Essayez encore dans quelques minutes. Nous avons gardé vos réponses.',
  'http.error_503.text': 'Essayez encore dans quelques minutes. Nous avons gardé vos réponses.',
} as const satisfies Easier<typeof fr>;
