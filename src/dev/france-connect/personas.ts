/** Claims of FranceConnect about one person, as it names and writes them. */
export interface PersonaClaims {
  readonly given_name: string;
  readonly given_name_array: readonly string[];
  readonly family_name: string;
  readonly preferred_username?: string;
  readonly gender: 'female' | 'male';
  readonly birthdate: string;
  readonly birthplace: string;
  readonly birthcountry: string;
  readonly email: string;
}

/** Somebody made up who can sign in at the simulator. */
export interface Persona {
  readonly id: string;
  /** What the persona is for, in French: shown to who runs the program. */
  readonly label: string;
  /** Who they are in the register: two personas of one person are that person before and after a change. */
  readonly person: string;
  readonly claims: PersonaClaims;
}

const FRANCE = '99100';

const persona = (id: string, label: string, claims: Partial<PersonaClaims> & { email: string }, person = id): Persona => {
  const given = claims.given_name ?? 'Angèle Claire';
  return {
    id,
    label,
    person,
    claims: {
      given_name: given,
      given_name_array: given.split(' '),
      family_name: 'DE LA SONGERIE',
      gender: 'female',
      birthdate: '1992-08-24',
      birthplace: '99123',
      birthcountry: FRANCE,
      ...claims,
    },
  };
};

/** Made-up people, one for each case that a sign-in has to get right. */
export const PERSONAS: readonly Persona[] = [
  persona('ordinary', 'Personne ordinaire, avec nom d’usage', {
    preferred_username: 'MARTIN-SONGE',
    email: 'angele@exemple.test',
  }),
  persona(
    'surname_changed',
    'La même, après un changement de nom',
    { family_name: 'AUBE', email: 'angele@exemple.test' },
    'ordinary',
  ),
  persona(
    'first_name_changed',
    'La même, après un changement de prénoms',
    { given_name: 'Ange Claire', preferred_username: 'MARTIN-SONGE', email: 'angele@exemple.test' },
    'ordinary',
  ),
  persona(
    'other_email',
    'La même, avec une autre adresse',
    { preferred_username: 'MARTIN-SONGE', email: 'autre@exemple.test' },
    'ordinary',
  ),
  persona('no_used_name', 'Sans nom d’usage', {
    given_name: 'Basile',
    family_name: 'INVENTÉ',
    gender: 'male',
    email: 'basile@exemple.test',
  }),
  persona('born_abroad', 'Née à l’étranger', {
    given_name: 'Chiara',
    family_name: 'FINTA',
    birthplace: '',
    birthcountry: '99127',
    email: 'chiara@exemple.test',
  }),
  persona('intricate_name', 'Plusieurs prénoms, trait d’union, apostrophe, particule, ligature', {
    given_name: 'Marie-Cœur Zoé',
    family_name: 'D’ŒUVRE-DU BŒUF',
    email: 'zoe@exemple.test',
  }),
  persona('unknown_day', 'Jour de naissance inconnu', {
    given_name: 'Dalia',
    birthdate: '1990-05-01',
    email: 'dalia@exemple.test',
  }),
  persona('unknown_month', 'Mois de naissance inconnu', {
    given_name: 'Edda',
    birthdate: '1990-01-01',
    email: 'edda@exemple.test',
  }),
  persona('known_address', 'Adresse qui a déjà un compte ici', {
    given_name: 'Sacha Lou',
    family_name: 'FICTIF',
    birthdate: '2004-06-02',
    email: 'sacha@exemple.test',
  }),
  persona('same_address', 'Autre personne, même adresse', {
    given_name: 'Gaspard',
    family_name: 'FICTIF',
    gender: 'male',
    email: 'sacha@exemple.test',
  }),
  persona('guarantor', 'Garante', {
    given_name: 'Hélène',
    family_name: 'CAUTION',
    birthdate: '1964-02-12',
    email: 'helene@exemple.test',
  }),
  persona('landlord', 'Propriétaire', { given_name: 'Ivan', family_name: 'TOITURE', gender: 'male', email: 'ivan@exemple.test' }),
  persona('agent_at_home', 'Agent, à titre privé', { given_name: 'Jade', family_name: 'GUICHET', email: 'jade@exemple.test' }),
];
