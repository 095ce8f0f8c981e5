import type { Handler } from './operation.js';

/** Answers with a proof of work for one operation of a site. */
export const createChallenge: Handler<'createChallenge'> = async (
  { proofOfWork },
  { site, body },
) => ({ body: await proofOfWork.challenge(site.id, body.operation) });
