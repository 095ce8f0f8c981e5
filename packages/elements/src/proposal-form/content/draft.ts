import type { Attempt } from '../../submission/attempt-key.js';
import type { ProposalContent } from './proposal-content.js';

/** What is kept of a form that was not sent yet. Consent is never kept: it is given anew. */
export interface Draft {
  readonly content: Omit<ProposalContent, 'consent'>;
  /** The last press of send, so that pressing again after a reload repeats it rather than adding to it. */
  readonly attempt: Attempt | undefined;
}

/** Where the drafts of one form are kept. */
export interface Drafts {
  /** Tells the forms of one browser apart. */
  readonly name: string;
  /** The draft of an earlier visit; undefined when there is none, or none that can be read. */
  read(): Promise<Draft | undefined>;
  /** Keeps `draft` soon. */
  write(draft: Draft): void;
  /** Keeps what waits to be kept, now. */
  flush(): Promise<void>;
  /** The same, before it returns: the page may be about to go. */
  hold(): void;
  /** Leaves nothing of the draft. */
  erase(): Promise<void>;
}
