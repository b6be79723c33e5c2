import type { RetentionKey } from '../retention/table.ts';

/** Bases of the GDPR, article 6-1, on which the service rests. */
export type Basis = 'public_task' | 'consent' | 'legal_duty';

/** One processing of personal data, as the register of article 30 describes it, in French. */
export interface Processing {
  readonly key: string;
  readonly title: string;
  readonly purpose: string;
  readonly basis: Basis;
  /** Whom the data are about. */
  readonly people: string;
  readonly data: string;
  /** Who gets to see them. */
  readonly recipients: string;
  /** Lines of the retention table that end them; where none does, `ends` says what does. */
  readonly kept: readonly RetentionKey[];
  readonly ends?: string;
  /** Tables of the database that hold them. */
  readonly tables: readonly string[];
}

/** Every processing of the service. A test holds that each table of the database stands in one of them, or among `TECHNICAL_TABLES`. */
export const PROCESSINGS: readonly Processing[] = [
  {
    key: 'accounts',
    title: 'Comptes et connexion',
    purpose: 'Ouvrir un compte, prouver qui se connecte, protéger le compte.',
    basis: 'public_task',
    people: 'Locataires, garants, aidants, propriétaires, agents',
    data: 'Adresse électronique, empreinte du mot de passe, identité donnée par FranceConnect, sessions, clés d’accès, réseau tronqué',
    recipients: 'La personne elle-même',
    kept: ['account', 'landlord'],
    tables: ['account', 'accountCode', 'accountRole', 'mailToken', 'passkey', 'session'],
  },
  {
    key: 'dossiers',
    title: 'Préparation des dossiers de location',
    purpose: 'Réunir les réponses et les documents du décret n° 2015-1437, seul ou à plusieurs.',
    basis: 'public_task',
    people: 'Locataires, garants, et personnes nommées par eux',
    data: 'Noms, situation, réponses, documents originaux chiffrés, invitations, droits donnés à d’autres',
    recipients: 'La personne, et celles à qui elle donne un droit',
    kept: ['pieces', 'empty_dossier', 'set_aside_person', 'temporary_upload'],
    tables: ['access', 'dossier', 'file', 'invitation', 'person', 'piece', 'pieceRevision'],
  },
  {
    key: 'consents',
    title: 'Accords et déclarations',
    purpose: 'Prouver chaque accord, à part des autres, et le retirer.',
    basis: 'consent',
    people: 'Locataires, garants',
    data: 'But, version du texte, dates de l’accord et du retrait',
    recipients: 'La personne elle-même',
    kept: ['account'],
    tables: ['consent'],
  },
  {
    key: 'links',
    title: 'Liens vers les dossiers',
    purpose: 'Montrer un dossier aux propriétaires choisis, et dire à la personne qui l’a vu.',
    basis: 'public_task',
    people: 'Locataires, garants, propriétaires',
    data: 'Liens, adresses confirmées, visites (réseau tronqué), copies avec filigrane',
    recipients: 'Les propriétaires qui ont un lien ; les personnes du dossier pour les visites',
    kept: ['visits', 'pieces'],
    tables: ['copy', 'link', 'linkAddress', 'linkCode', 'linkSession', 'visit'],
  },
  {
    key: 'review',
    title: 'Vérification des documents',
    purpose: 'Dire si les documents sont lisibles, complets et cohérents, et repérer les faux.',
    basis: 'public_task',
    people: 'Locataires, garants, agents',
    data: 'Examens automatiques, constats, explications, décisions, tâches échouées, empreintes de documents, pages vues par les agents',
    recipients:
      'Les agents chargés du dossier ; les référents pour un papier présent dans deux dossiers ; la personne pour les décisions',
    kept: ['pieces'],
    tables: [
      'deadJob',
      'decision',
      'decisionDraft',
      'duplicateAlert',
      'examination',
      'explanation',
      'finding',
      'fingerprint',
      'lease',
      'pageSeen',
      'reviewCase',
    ],
  },
  {
    key: 'mails',
    title: 'Courriels du service',
    purpose: 'Prévenir les personnes de ce qui arrive à leur compte et à leur dossier.',
    basis: 'public_task',
    people: 'Locataires, garants, aidants, propriétaires',
    data: 'Sujet, destinataire, date d’envoi',
    recipients: 'La personne elle-même ; l’hébergeur de la messagerie',
    kept: ['account'],
    tables: ['noticeSent', 'outbox'],
  },
  {
    key: 'rights',
    title: 'Droits sur les données',
    purpose: 'Donner à chacun la copie de ses données, les effacer, et prouver l’effacement.',
    basis: 'legal_duty',
    people: 'Toute personne qui a un compte',
    data: 'Demandes de copie, archives chiffrées, adresses de contenus à effacer, preuves d’effacement sans nom',
    recipients: 'La personne elle-même',
    kept: ['erasure_receipt'],
    ends: 'Une copie est effacée 7 jours après sa préparation.',
    tables: ['blobToErase', 'dataExport', 'erasureReceipt'],
  },
  {
    key: 'traces',
    title: 'Historique et journal des accès',
    purpose: 'Savoir qui a fait quoi, détecter les abus, répondre aux personnes.',
    basis: 'legal_duty',
    people: 'Locataires, garants, aidants, agents',
    data: 'Actes, dates, regards des agents, tentatives refusées, réseau tronqué, compteurs contre les abus',
    recipients: 'Les personnes du dossier, sans le nom des agents ; les administrateurs',
    kept: ['events'],
    tables: ['accessLog', 'event', 'rateCounter'],
  },
  {
    key: 'figures',
    title: 'Chiffres publics',
    purpose: 'Mesurer le service et publier des chiffres qui ne désignent personne.',
    basis: 'public_task',
    people: 'Locataires, propriétaires, sous un pseudonyme qui change chaque année',
    data: 'Étapes franchies, jour, dimensions grossières',
    recipients: 'Le public, pour les chiffres protégés par le secret statistique',
    kept: ['events'],
    tables: ['statEvent', 'statKey'],
  },
];

/** Tables that hold nothing about anybody, and what they are for. */
export const TECHNICAL_TABLES: Readonly<Record<string, string>> = {
  devMail: 'courriels écrits en développement au lieu d’être envoyés ; vide en production',
  openDataFile: 'fichiers de données ouvertes',
  publicCounter: 'compteurs publics',
  statHold: 'indicateurs en baisse, dont la publication attend une vérification',
  statIndicator: 'chiffres publiés',
  workingDay: 'jours et heures ouvrés',
};
