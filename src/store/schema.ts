// Written by `tsx checks/schema.ts --write` from db/migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Id } from '#kernel/ids.ts';

/** JSON goes in as text (`JSON.stringify`) and comes out parsed, to be read by a schema. */
export type Json = ColumnType<unknown, string, string>;

export interface AccessTable {
  personId: Id<'person'>;
  accountId: Id<'account'>;
  basis: 'self' | 'declarant' | 'spouse' | 'supported' | 'helper';
  rights: string[];
  since: Date;
  until: Date | null;
  revokedAt: Date | null;
}

export interface AccessLogTable {
  seq: GeneratedAlways<number>;
  at: Date;
  accountId: Id<'account'> | null;
  role: string;
  act: string;
  subjectKind: string;
  subjectId: string;
  purpose: string | null;
  purposeId: string | null;
  result: 'allowed' | 'denied';
  network: string;
  prevHash: Buffer;
  hash: Buffer;
}

export interface AccountTable {
  id: Id<'account'>;
  email: string | null;
  emailVerifiedAt: Date | null;
  passwordHash: string | null;
  locale: string;
  termsVersion: string;
  termsAcceptedAt: Date;
  fcSub: string | null;
  fcIdentity: ColumnType<unknown, string | null, string | null>;
  totpSealed: string | null;
  totpConfirmedAt: Date | null;
  totpLastStep: number | null;
  mutedMails: Generated<string[]>;
  disabledAt: Date | null;
  deletionDueAt: Date | null;
  lastContactAt: Date;
  createdAt: Date;
  fcIdentityNext: ColumnType<unknown, string | null, string | null>;
}

export interface AccountCodeTable {
  id: Id<'accountCode'>;
  accountId: Id<'account'>;
  purpose: string;
  codeHash: Buffer;
  tries: Generated<number>;
  expiresAt: Date;
  usedAt: Date | null;
  createdAt: Date;
}

export interface AccountRoleTable {
  accountId: Id<'account'>;
  role: 'tenant' | 'guarantor' | 'landlord' | 'helper' | 'reviewer' | 'fraud_referent' | 'admin';
  givenBy: Id<'account'> | null;
  givenAt: Date;
}

export interface BlobToEraseTable {
  address: string;
  since: Date;
  tries: Generated<number>;
  nextAt: Date;
}

export interface ConsentTable {
  id: Id<'consent'>;
  accountId: Id<'account'>;
  personId: Id<'person'> | null;
  purpose: string;
  textVersion: string;
  givenAt: Date;
  withdrawnAt: Date | null;
}

export interface CopyTable {
  id: Id<'copy'>;
  dossierId: Id<'dossier'> | null;
  linkId: Id<'link'> | null;
  accountId: Id<'account'> | null;
  pieceId: Id<'piece'> | null;
  kind: 'dossier' | 'piece' | 'pages';
  recipient: string;
  contentRev: number;
  pieceRev: number | null;
  day: string;
  locale: string;
  traceCode: string;
  state: 'waiting' | 'ready' | 'failed' | 'gone';
  failure: string | null;
  tries: Generated<number>;
  address: string | null;
  wrappedKey: string | null;
  keyVersion: number | null;
  size: number | null;
  sha256: Buffer | null;
  pages: number | null;
  pageSizes: ColumnType<unknown, string | null, string | null>;
  issued: ColumnType<unknown, string | null, string | null>;
  requestedAt: Date;
  readyAt: Date | null;
}

export interface DataExportTable {
  id: Id<'dataExport'>;
  accountId: Id<'account'>;
  state: 'waiting' | 'ready' | 'failed' | 'gone';
  address: string | null;
  wrappedKey: string | null;
  keyVersion: number | null;
  size: number | null;
  requestedAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
}

export interface DeadJobTable {
  id: Id<'deadJob'>;
  name: 'file.prepare' | 'copy.prepare' | 'piece.examine' | 'export.prepare';
  payload: Json;
  code: 'antivirus_unavailable' | 'engine_failed' | 'file_unreadable' | 'worker_lost' | 'unexpected';
  failures: Generated<number>;
  firstFailedAt: Generated<Date>;
  failedAt: Generated<Date>;
}

export interface DecisionTable {
  id: Id<'decision'>;
  caseId: Id<'reviewCase'> | null;
  pieceId: Id<'piece'>;
  rev: number;
  fileHashes: Generated<string[]>;
  outcome: 'accept' | 'refuse';
  reasons: ColumnType<unknown, string | undefined, string>;
  catalogueVersion: number;
  comment: string | null;
  declaredAmount: number | null;
  checkedAmount: number | null;
  region: ColumnType<unknown, string | null, string | null>;
  machineSuggestion: string | null;
  secondsInFocus: number | null;
  pagesShown: number | null;
  accountId: Id<'account'> | null;
  kind: 'human' | 'seal';
  sealIssuer: string | null;
  at: Date;
  effectiveAt: Date;
  undoneAt: Date | null;
}

export interface DecisionDraftTable {
  caseId: Id<'reviewCase'>;
  pieceId: Id<'piece'>;
  accountId: Id<'account'>;
  rev: number;
  outcome: 'accept' | 'refuse';
  reasons: Json;
  comment: string | null;
  savedAt: Date;
}

export interface DevMailTable {
  id: Id<'devMail'>;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  replyTo: string | null;
  messageId: string;
  at: Date;
}

export interface DossierTable {
  id: Id<'dossier'>;
  kind: 'alone' | 'couple' | 'flatshare';
  leadPersonId: Id<'person'> | null;
  message: string | null;
  messageBy: Id<'account'> | null;
  messageAt: Date | null;
  contentRev: Generated<number>;
  status: 'incomplete' | 'complete' | 'in_review' | 'to_correct' | 'verified' | 'archived';
  statusSince: Date;
  closedAt: Date | null;
  createdAt: Date;
}

export interface DuplicateAlertTable {
  id: Id<'duplicateAlert'>;
  pieceId: Id<'piece'>;
  otherPieceId: Id<'piece'>;
  madeAt: Date;
  outcome: 'one_household' | 'nothing_to_follow' | 'to_follow' | null;
  lookedAt: Date | null;
  lookedBy: Id<'account'> | null;
}

export interface ErasureReceiptTable {
  id: Id<'erasureReceipt'>;
  subjectHash: Buffer;
  kind: string;
  at: Date;
  partnerIds: Generated<string[]>;
  journaledAt: Date | null;
}

export interface EventTable {
  id: Id<'event'>;
  at: Date;
  actor: Id<'account'> | null;
  dossierId: Id<'dossier'> | null;
  personId: Id<'person'> | null;
  type: string;
  data: ColumnType<unknown, string | undefined, string>;
}

export interface ExaminationTable {
  pieceId: Id<'piece'>;
  rev: number;
  state: 'waiting' | 'done' | 'given_up';
  waitingSince: Date;
  doneAt: Date | null;
}

export interface ExplanationTable {
  pieceId: Id<'piece'>;
  rev: number;
  rule: string;
  text: string;
  byAccount: Id<'account'>;
  at: Date;
}

export interface FileTable {
  id: Id<'file'>;
  pieceId: Id<'piece'>;
  position: number;
  state: 'received' | 'ready' | 'rejected' | 'removed';
  code: string | null;
  type: 'pdf' | 'jpeg' | 'png' | 'webp' | 'heic' | 'tiff';
  size: number;
  sha256: Buffer;
  pages: number | null;
  nameSealed: string | null;
  wrappedKey: string | null;
  keyVersion: number | null;
  originalAddress: string;
  workingAddress: string | null;
  workingType: string | null;
  previewAddress: string | null;
  factsAddress: string | null;
  passwordSealed: string | null;
  uploadKey: string | null;
  tries: Generated<number>;
  examinedAt: Date | null;
  createdAt: Date;
  removedAt: Date | null;
  reader: number | null;
}

export interface FindingTable {
  id: Id<'finding'>;
  pieceId: Id<'piece'>;
  rev: number;
  rule: string;
  version: number;
  outcome: 'passed' | 'failed' | 'inconclusive';
  level: 'info' | 'warn' | 'critical';
  audience: 'tenant' | 'agent';
  evidence: Json;
  params: Json;
  createdAt: Date;
}

export interface FingerprintTable {
  fileId: Id<'file'>;
  kind: 'bytes' | 'text' | 'figures' | 'layout';
  band: Generated<number>;
  hash: Buffer;
}

export interface InvitationTable {
  id: Id<'invitation'>;
  dossierId: Id<'dossier'>;
  personId: Id<'person'> | null;
  kind: 'spouse' | 'flatmate' | 'guarantor' | 'helper' | 'beneficiary';
  email: string;
  rights: Generated<string[]>;
  days: number | null;
  tokenHash: Buffer;
  invitedBy: Id<'account'>;
  state: 'sent' | 'opened' | 'accepted' | 'declined' | 'cancelled';
  expiresAt: Date;
  sentAt: Date;
  answeredAt: Date | null;
  createdAt: Date;
}

export interface LeaseTable {
  caseId: Id<'reviewCase'>;
  accountId: Id<'account'>;
  token: string;
  expiresAt: Date;
  heartbeatAt: Date;
  startedAt: Date;
}

export interface LinkTable {
  id: Id<'link'>;
  dossierId: Id<'dossier'>;
  madeBy: Id<'account'>;
  kind: 'url' | 'mail' | 'candidacy' | 'partner';
  scope: 'full' | 'summary' | 'proof';
  title: string;
  door: 'listed_address' | 'any_address' | 'none';
  tokenHash: Buffer;
  tokenSealed: string;
  copiesAllowed: boolean;
  message: string | null;
  rent: number | null;
  charges: number | null;
  multiple: number | null;
  expiresAt: Date;
  pausedAt: Date | null;
  revokedAt: Date | null;
  endedCause: string | null;
  lastSentAt: Date | null;
  createdAt: Date;
}

export interface LinkAddressTable {
  linkId: Id<'link'>;
  email: string;
}

export interface LinkCodeTable {
  id: Id<'linkCode'>;
  linkId: Id<'link'>;
  email: string;
  codeHash: Buffer | null;
  tries: Generated<number>;
  expiresAt: Date;
  usedAt: Date | null;
  createdAt: Date;
}

export interface LinkSessionTable {
  id: Id<'linkSession'>;
  linkId: Id<'link'>;
  tokenHash: Buffer;
  email: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export interface MailTokenTable {
  id: Id<'mailToken'>;
  tokenHash: Buffer;
  accountId: Id<'account'>;
  purpose: 'confirm' | 'reset' | 'sign_in' | 'change_email' | 'cancel_change' | 'keep';
  email: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  createdAt: Date;
}

export interface NoticeSentTable {
  subjectId: string;
  kind: string;
  about: Date;
  sentAt: Date;
  outboxId: Id<'outbox'> | null;
}

export interface OpenDataFileTable {
  name: string;
  type: string;
  body: string;
  etag: string;
  publishedAt: Date;
}

export interface OutboxTable {
  id: Id<'outbox'>;
  channel: string;
  topic: string;
  payload: Json;
  about: string | null;
  state: 'waiting' | 'sent' | 'void' | 'dead';
  tries: Generated<number>;
  nextAt: Date;
  failure: string | null;
  createdAt: Date;
  doneAt: Date | null;
}

export interface PageSeenTable {
  caseId: Id<'reviewCase'>;
  accountId: Id<'account'>;
  fileId: Id<'file'>;
  page: number;
  at: Date;
}

export interface PasskeyTable {
  id: string;
  accountId: Id<'account'>;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  label: string;
  createdAt: Date;
  usedAt: Date | null;
}

export interface PersonTable {
  id: Id<'person'>;
  dossierId: Id<'dossier'>;
  role: 'tenant' | 'guarantor';
  guarantorKind: 'natural' | 'company' | 'organism' | null;
  supportsPersonId: Id<'person'> | null;
  position: number;
  filedFor: Generated<'self' | 'other'>;
  firstNames: Generated<string>;
  birthName: Generated<string>;
  usedName: string | null;
  singleName: Generated<boolean>;
  legalName: string | null;
  representativeFirstNames: string | null;
  representativeName: string | null;
  contactEmail: string | null;
  hasNoEmail: Generated<boolean>;
  postcode: string | null;
  country: Generated<string>;
  relation: string | null;
  taxSkipped: Generated<boolean>;
  noGuarantor: Generated<boolean>;
  submittedAt: Date | null;
  archivedAt: Date | null;
  setAsideAt: Date | null;
  status: 'incomplete' | 'complete' | 'in_review' | 'to_correct' | 'verified' | 'archived';
  statusSince: Date;
  createdAt: Date;
}

export interface PieceTable {
  id: Id<'piece'>;
  personId: Id<'person'>;
  category: 'identity' | 'home' | 'activity' | 'income' | 'tax' | 'guarantee' | 'company';
  situation: string;
  amount: number | null;
  text: string | null;
  cannotProvide: Generated<boolean>;
  statementAt: Date | null;
  rev: number;
  savedOn: string;
  status: 'started' | 'to_review' | 'to_correct' | 'accepted';
  level: 'declared' | 'consistent' | 'sealed' | 'checked' | null;
  position: Generated<number>;
  createdAt: Date;
}

export interface PieceRevisionTable {
  pieceId: Id<'piece'>;
  rev: number;
  cause: 'saved' | 'file_added' | 'file_removed' | 'coherence' | 'identity' | 'look_again' | 'contested' | 'reopened' | 'imported';
  at: Date;
  actor: Id<'account'> | null;
  content: Json;
  note: string | null;
}

export interface PublicCounterTable {
  day: string;
  name: string;
  hits: number;
}

export interface RateCounterTable {
  key: string;
  windowStartedAt: Date;
  expiresAt: Date;
  hits: number;
}

export interface ReviewCaseTable {
  id: Id<'reviewCase'>;
  dossierId: Id<'dossier'>;
  personIds: Id<'person'>[];
  passNo: number;
  kind: 'first' | 'correction' | 'dispute' | 'expert' | 'fraud';
  lane: Generated<'full' | 'light'>;
  submittedAt: Date;
  firstSubmittedAt: Date;
  dueAt: Date;
  effectiveDueAt: Date;
  excludedReviewers: Generated<Id<'account'>[]>;
  reservedFor: Id<'account'> | null;
  reservedUntil: Date | null;
  state: 'blocked' | 'waiting' | 'leased' | 'parked' | 'decided' | 'closed' | 'cancelled';
  blockedCause: string | null;
  version: Generated<number>;
  decidedAt: Date | null;
  createdAt: Date;
}

export interface SessionTable {
  id: Id<'session'>;
  tokenHash: Buffer;
  accountId: Id<'account'> | null;
  kind: 'anonymous' | 'member' | 'agent';
  remember: boolean;
  secondFactorAt: Date | null;
  provedAt: Date | null;
  device: string;
  network: string;
  state: ColumnType<unknown, string | undefined, string>;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
  notice: ColumnType<unknown, string | null, string | null>;
}

export interface StatEventTable {
  id: Id<'statEvent'>;
  day: string;
  at: Date;
  event: string;
  pseudonym: string;
  dimensions: ColumnType<unknown, string | undefined, string>;
  value: number | null;
}

export interface StatHoldTable {
  indicator: string;
  month: string;
  sizeBefore: number;
  sizeNow: number;
  noticedAt: Date;
  confirmedAt: Date | null;
}

export interface StatIndicatorTable {
  periodStart: string;
  periodEnd: string;
  granularity: string;
  indicator: string;
  definitionVersion: number;
  dimension: string;
  modality: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  status: string;
  builtAt: Date;
}

export interface StatKeyTable {
  year: number;
  key: Buffer;
}

export interface VisitTable {
  id: Id<'visit'>;
  dossierId: Id<'dossier'>;
  linkId: Id<'link'> | null;
  accountId: Id<'account'> | null;
  kind: 'page' | 'piece' | 'pdf' | 'zip' | 'json' | 'agent' | 'member' | 'helper';
  pieceId: Id<'piece'> | null;
  recipient: string | null;
  network: string;
  traceCode: string | null;
  at: Date;
}

export interface WorkingDayTable {
  day: string;
  opensMinute: number | null;
  closesMinute: number | null;
  hoursBefore: number;
}

export interface Schema {
  access: AccessTable;
  accessLog: AccessLogTable;
  account: AccountTable;
  accountCode: AccountCodeTable;
  accountRole: AccountRoleTable;
  blobToErase: BlobToEraseTable;
  consent: ConsentTable;
  copy: CopyTable;
  dataExport: DataExportTable;
  deadJob: DeadJobTable;
  decision: DecisionTable;
  decisionDraft: DecisionDraftTable;
  devMail: DevMailTable;
  dossier: DossierTable;
  duplicateAlert: DuplicateAlertTable;
  erasureReceipt: ErasureReceiptTable;
  event: EventTable;
  examination: ExaminationTable;
  explanation: ExplanationTable;
  file: FileTable;
  finding: FindingTable;
  fingerprint: FingerprintTable;
  invitation: InvitationTable;
  lease: LeaseTable;
  link: LinkTable;
  linkAddress: LinkAddressTable;
  linkCode: LinkCodeTable;
  linkSession: LinkSessionTable;
  mailToken: MailTokenTable;
  noticeSent: NoticeSentTable;
  openDataFile: OpenDataFileTable;
  outbox: OutboxTable;
  pageSeen: PageSeenTable;
  passkey: PasskeyTable;
  person: PersonTable;
  piece: PieceTable;
  pieceRevision: PieceRevisionTable;
  publicCounter: PublicCounterTable;
  rateCounter: RateCounterTable;
  reviewCase: ReviewCaseTable;
  session: SessionTable;
  statEvent: StatEventTable;
  statHold: StatHoldTable;
  statIndicator: StatIndicatorTable;
  statKey: StatKeyTable;
  visit: VisitTable;
  workingDay: WorkingDayTable;
}
