/** A mail as it leaves: words already chosen, nothing attached. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly replyTo?: string;
  /** Stable across retries: the receiving side can drop a second delivery. */
  readonly messageId: string;
}

/** Delivers one mail or throws; the outbox retries. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
}
