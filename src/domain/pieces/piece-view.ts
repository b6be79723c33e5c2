import type { Category } from '../catalogue/situation.ts';

/** A piece as rules see it: plain facts, no rows. */
export interface PieceView {
  readonly id: string;
  readonly category: Category;
  readonly situation: string;
  /** Whole euros net a month, for income. */
  readonly amount: number | null;
  readonly text: string | null;
  /** "I cannot provide a document": the text stands instead of files. */
  readonly cannotProvide: boolean;
  /** The statement of the service is ticked. */
  readonly stated: boolean;
  /** Files received or ready; pages are unknown until opened. */
  readonly files: readonly { readonly pages: number | null; readonly bytes: number }[];
  /** The decision in force on the present revision. */
  readonly decision: { readonly outcome: 'accept' | 'refuse'; readonly kind: 'human' | 'seal' } | null;
  /** Machine checks of the present revision; `null` while nothing was examined. */
  readonly checks: { readonly criticalApplied: number; readonly criticalPassed: number } | null;
}

/** A tenant or guarantor as rules see them. */
export interface PersonView {
  readonly id: string;
  readonly role: 'T' | 'N' | 'C' | 'O';
  /** Names, and address where one is due, are valid. */
  readonly identified: boolean;
  readonly taxSkipped: boolean;
  /** The tenant said that nobody guarantees, or has guarantors. */
  readonly guarantorsAnswered: boolean;
  readonly submitted: boolean;
  readonly archived: boolean;
  readonly pieces: readonly PieceView[];
}

/** A tenant with those who guarantee for them. */
export interface TenantView {
  readonly person: PersonView;
  readonly guarantors: readonly PersonView[];
}
