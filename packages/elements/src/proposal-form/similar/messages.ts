/** The words about near proposals, in one language. */
export interface SimilarMessages {
  readonly title: string;
  readonly hint: string;
  /** How many there are, for those who do not see them. */
  readonly found: (count: number) => string;
  readonly supportCount: (count: number) => string;
  readonly dismiss: string;
}
