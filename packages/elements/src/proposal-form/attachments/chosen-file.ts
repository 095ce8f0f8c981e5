import type { SealedFile } from '@nafida/client/outbox';

/** What can be wrong with a file, or with how many there are. */
export type FileIssue =
  'type' | 'unreadable' | 'too_large' | 'too_many' | 'too_much' | 'unsupported';

/** A photo or document that will go with the proposal. */
export interface ChosenFile extends SealedFile {
  readonly id: string;
  /** The server has it: trying again names it without asking, and so stays the same attempt. */
  readonly hasArrived?: boolean;
  readonly issue: FileIssue | undefined;
}
