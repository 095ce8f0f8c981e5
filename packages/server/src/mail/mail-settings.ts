/** How messages are sent. */
export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** Sender, `Province de Berkane <participation@berkane.ma>`. */
  readonly from: string;
  /** Attempts until a message is given up; default: 12, about a day. */
  readonly attempts?: number;
  /** Wait after the first attempt that failed, in milliseconds; doubles each time, up to six hours; default: one minute. */
  readonly retryMs?: number;
  /** Minutes that a person has to confirm the address of a registration; default: 60. */
  readonly confirmMinutes?: number;
}

/** The defaults. */
export const defaultMail = { attempts: 12, retryMs: 60_000, confirmMinutes: 60 } as const;
