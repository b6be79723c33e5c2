/** A mail as it leaves: words already chosen, nothing attached. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly replyTo?: string;
  /** Address that ends this kind of mail by one POST, for mail programs to offer (RFC 8058); absent where it cannot be ended. */
  readonly unsubscribe?: string;
  /** Stable across retries: the receiving side can drop a second delivery. */
  readonly messageId: string;
}

/** Delivers one mail or throws; the outbox retries. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
}
