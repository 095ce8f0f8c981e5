import type { Handler } from './operation.js';

export const createChallenge: Handler<'createChallenge'> = async (
  { proofOfWork },
  { site, body },
) => ({ body: await proofOfWork.challenge(site.id, body.operation) });
