import type { Read } from '@nafida/contract';

/** Operations that only read, as far as something of the page asks for them: see `reads/`. */
export const knownReads: Map<string, Read> = new Map<string, Read>();

/** Makes the reads of one table known. */
export function know(reads: Readonly<Record<string, Read>>): void {
  for (const [id, read] of Object.entries(reads)) knownReads.set(id, read);
}
