/** What public figures are made of. A name is added here with its indicator, never renamed. */
export const MILESTONES = [
  'account.created',
  'account.confirmed',
  'account.placed',
  'dossier.created',
  'identity.filled',
  'file.first_upload',
  'category.satisfied',
  'piece.usable',
  'dossier.completed',
  'dossier.submission_refused',
  'dossier.submitted',
  'piece.decided',
  'piece.refused',
  'dossier.decided',
  'dossier.resubmitted',
  'dossier.verified',
  'link.created',
  'link.opened',
] as const;
export type MilestoneName = (typeof MILESTONES)[number];

/** Milestones that a subject passes once (once per category where they have one); the index `stat_event_once` holds it. */
export const ONCE: readonly MilestoneName[] = [
  'account.created',
  'account.confirmed',
  'dossier.created',
  'identity.filled',
  'category.satisfied',
  'file.first_upload',
  'dossier.completed',
  'dossier.submitted',
  'dossier.verified',
  'link.created',
];
