/** A person opened a proposal of a `<nafida-proposal-list>`, by its reference. */
export class ProposalOpenEvent extends Event {
  readonly detail: { readonly reference: string };

  constructor(reference: string) {
    super('nafida-proposal-open', { bubbles: true, composed: true });
    this.detail = { reference };
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'nafida-proposal-open': ProposalOpenEvent;
  }
}
