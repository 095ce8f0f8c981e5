import type { ProposalInput, Receipt } from '@nafida/contract';

/** A proposal is about to be sent. `preventDefault()` keeps it from being sent; what was typed stays. */
export class ProposalSubmitEvent extends Event {
  /** Exactly what would be sent. */
  readonly detail: ProposalInput;

  constructor(detail: ProposalInput) {
    super('nafida-proposal-submit', { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** A proposal was stored by the server. */
export class ProposalSuccessEvent extends Event {
  /** The receipt, without the tracking code: that is the citizen's alone. */
  readonly detail: Omit<Receipt, 'trackingCode'>;

  constructor({ trackingCode: _trackingCode, ...receipt }: Receipt) {
    super('nafida-proposal-success', { bubbles: true, composed: true });
    this.detail = receipt;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-proposal-submit': ProposalSubmitEvent;
    'nafida-proposal-success': ProposalSuccessEvent;
  }
}
