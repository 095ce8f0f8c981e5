/** How messages are sent. */
export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** Sender, `Province de Berkane <participation@berkane.ma>`. */
  readonly from: string;
  /** Tries until a message is given up; 12 unless told: about a day. */
  readonly attempts?: number;
  /** Wait after the first try that failed, in milliseconds; doubles each time, up to six hours; a minute unless told. */
  readonly retryMs?: number;
  /** Minutes that a person has to confirm the address of a registration; 60 unless told. */
  readonly confirmMinutes?: number;
}

/** What holds unless told. */
export const defaultMail = { attempts: 12, retryMs: 60_000, confirmMinutes: 60 } as const;
