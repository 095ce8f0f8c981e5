import type { SealedFile } from '@nafida/client/outbox';
import type { ProposalInput } from '@nafida/contract';

/** How a proposal names files that have arrived; undefined while one of them has no token. */
export function namedFiles(files: readonly SealedFile[]): ProposalInput['attachments'] {
  const named = files.flatMap(({ token, question, description }) =>
    token === undefined
      ? []
      : [
          {
            token,
            ...(question !== undefined && { question }),
            ...(description.trim() && { description }),
          },
        ],
  );
  return named.length === files.length ? named : undefined;
}
