import type { Catalogues } from '../../foundation/catalogue.js';
import type { SizeUnits } from '../../foundation/file-size.js';

/** The words about files of a published proposal, in one language. */
export interface AttachmentListMessages extends SizeUnits {
  readonly title: string;
  /** Of a file that its sender did not describe; counted from one among all. */
  readonly photo: (number: number) => string;
  readonly document: (number: number) => string;
  /** What sort of file it is, beside its size. */
  readonly kinds: Readonly<Record<'photo' | 'document', string>>;
}

export const catalogues: Catalogues<AttachmentListMessages> = {
  ar: () => import('./messages.ar.js'),
  fr: () => import('./messages.fr.js'),
  en: () => import('./messages.en.js'),
};
