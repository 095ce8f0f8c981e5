import type { SizeUnits } from '../../foundation/locale/file-size.js';

/** The words about files of a published proposal, in one language. */
export interface AttachmentListMessages extends SizeUnits {
  readonly title: string;
  /** Of a file that its sender did not describe; counted from one among all. */
  readonly photo: (number: number) => string;
  readonly document: (number: number) => string;
  /** What sort of file it is, beside its size. */
  readonly kinds: Readonly<Record<'photo' | 'document', string>>;
}
