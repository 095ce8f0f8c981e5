import type { Locale } from '@nafida/contract';

/** What a section of the element is drawn with, beside its messages. */
export interface SectionView {
  readonly locale: Locale;
  /** Level of the heading above what became of the proposal, 1 to 6. */
  readonly headingLevel: number;
}
