import type { OutboxProblemReason } from '@nafida/client/outbox';

/** Why a proposal was refused, where the form has no words of its own for it. */
export type RefusalKind = 'expired' | 'invalid' | 'too_slow' | 'other';

/** The words about proposals that wait on the device, in one language. */
export interface OutboxMessages {
  readonly waiting: string;
  readonly keptOnDevice: string;
  readonly keptInPage: string;
  readonly maybeSent: string;
  /** `moment` is ready to show. */
  readonly deadline: (moment: string) => string;
  readonly whatIsKept: string;
  readonly sendNow: string;
  readonly stillWaiting: string;
  /** Follows it where a new page finds what waits. */
  readonly reload: string;
  readonly modify: string;
  readonly erase: string;
  readonly erased: string;
  readonly another: string;
  readonly notSent: string;
  readonly refused: Readonly<Record<RefusalKind, string>>;
  readonly takeUp: string;
  readonly gone: string;
  readonly showReceipt: string;
}

/** Which words say why a proposal was refused. */
export function refusalKindOf(reason: OutboxProblemReason): RefusalKind {
  if (reason === 'invalid_input') return 'invalid';
  if (reason === 'proof') return 'too_slow';
  return reason === 'expired' ? 'expired' : 'other';
}
