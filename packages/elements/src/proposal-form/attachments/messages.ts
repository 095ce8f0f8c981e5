import type { FileIssue } from './chosen-file.js';

/** The words about photos and documents, in one language. */
export interface AttachmentMessages {
  readonly label: string;
  /** How many, and how large each may be; `size` is ready to show. */
  readonly hint: (count: number, size: string) => string;
  readonly add: string;
  /** Beside the size of a file. */
  readonly kinds: Readonly<Record<'photo' | 'document', string>>;
  readonly describe: string;
  readonly remove: string;
  /** Says the same to those who do not see beside what the button stands. */
  readonly removeFile: (name: string) => string;
  readonly removed: string;
  readonly preparing: string;
  readonly added: (count: number) => string;
  /** `size` is the most that is allowed, ready to show; `count` how many are. */
  readonly issue: (issue: FileIssue, limits: { size: string; count: number }) => string;
  /** Which file is being sent, and how much of it has arrived, in per cent. */
  readonly sending: (file: number, of: number, percent: number) => string;
  /** Unit of sizes: of a thousand bytes, and of a million. */
  readonly kilobytes: string;
  readonly megabytes: string;
}
