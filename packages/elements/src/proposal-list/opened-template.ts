import type { Client } from '@nafida/client';
import type { Proposal } from '@nafida/contract';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Locale } from '../foundation/locale/locale.js';
import { proposalParts } from '../foundation/nested-parts.js';
import type { ProposalSupportEvent } from '../proposal/proposal-events.js';
import { renderSkeleton } from '../published/states.js';
import type { ProposalListMessages } from './messages.js';

/** What an open proposal is drawn with. */
interface OpenedView {
  readonly messages: ProposalListMessages;
  readonly locale: Locale;
  /** Level of its title in the outline of the page, 1 to 6. */
  readonly headingLevel: number;
  readonly reference: string;
  /** The proposal as the list has it; undefined where it is not in the list. */
  readonly known: Proposal | undefined;
  /** False until the element that shows it is loaded. */
  readonly isLoaded: boolean;
  /** Where it is found again; undefined where the page's address does not say what is open. */
  readonly url: string | undefined;
  readonly sessionPage: string | null;
  readonly client: Client | undefined;
  readonly onBack: () => void;
  readonly onSupport: (support: ProposalSupportEvent['detail']) => void;
}

/** One proposal in the place of the list, and the way back. */
export function renderOpened(view: OpenedView): TemplateResult {
  const { messages, onBack, onSupport } = view;
  return html`
    <div class="back">
      <button class="button quiet" part="back" type="button" @click=${onBack}>
        ${messages.back}
      </button>
    </div>
    ${
      view.isLoaded
        ? html`
            <nafida-proposal
              exportparts=${proposalParts}
              lang=${view.locale}
              reference=${view.reference}
              url=${view.url ?? nothing}
              session-page=${view.sessionPage ?? nothing}
              heading-level=${view.headingLevel}
              .client=${view.client ?? null}
              .proposal=${view.known ?? null}
              @nafida-proposal-support=${({ detail }: ProposalSupportEvent) => onSupport(detail)}
            ></nafida-proposal>
          `
        : renderSkeleton(messages, 2)
    }
  `;
}
