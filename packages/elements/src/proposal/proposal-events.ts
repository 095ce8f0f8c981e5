import type { Support } from '@nafida/contract';

/** A person supported a `<nafida-proposal>`, or took the support back; the server has counted it. */
export class ProposalSupportEvent extends Event {
  readonly detail: Support;

  constructor(detail: Support) {
    super('nafida-proposal-support', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-proposal-support': ProposalSupportEvent;
  }
}
