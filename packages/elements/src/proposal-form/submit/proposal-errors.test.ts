import { createClient } from '@nafida/client';
import type { SimulatedError } from '@nafida/client/testing';
import { createFakeServer, sampleConsultation, sampleSite } from '@nafida/client/testing';
import type { ProblemCode, ProposalInput } from '@nafida/contract';
import { problemMediaType, problemOf } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sendingErrorOf } from '../../submission/sending-error.js';
import { proposalErrors } from './proposal-errors.js';

const proposal: ProposalInput = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: { privacyHash: sampleSite().privacy!.hash },
};

/** What is said after the challenge was got and then this happened to the create. */
async function errorAfter(
  happening: SimulatedError | ProblemCode | 'nothing',
  { input = proposal, consultation = sampleConsultation() } = {},
) {
  const server = createFakeServer({ consultations: [consultation] });
  const fetch: typeof globalThis.fetch = async (url, init) => {
    if (!new Request(url, init).url.endsWith('/proposals')) return server.fetch(url, init);
    if (happening in codes) {
      const problem = problemOf(happening as ProblemCode);
      const headers = { 'Content-Type': problemMediaType };
      return new Response(JSON.stringify(problem), { status: problem.status, headers });
    }
    if (happening !== 'nothing') server.failNext(happening as SimulatedError);
    return server.fetch(url, init);
  };
  const { baseUrl, site } = server;
  const client = createClient({ baseUrl, site, fetch, timeoutMs: 5_000, retry: false });
  return client.proposals.create(input).then(
    () => assert.fail('It did not fail.'),
    (error: unknown) => sendingErrorOf(error, proposalErrors),
  );
}

const codes = {
  rate_limited: 'busy',
  consent_outdated: 'consent_outdated',
  consultation_not_open: 'not_open',
  consultation_closed: 'closed',
  origin_not_allowed: 'setup',
  unknown_site: 'setup',
  not_found: 'setup',
  payload_too_large: 'setup',
  internal_error: 'maybe_sent',
} as const;

describe('what to tell about a proposal that was not sent', () => {
  for (const [code, reason] of Object.entries(codes)) {
    it(`is ${reason} after ${code}`, async () => {
      assert.equal(await errorAfter(code as ProblemCode), reason);
    });
  }
  it('is that it may have arrived where no answer says so', async () => {
    const happenings = ['lost_answer', 'unreachable', 'silence', 'captive_portal'] as const;
    for (const happening of happenings)
      assert.equal(await errorAfter(happening), 'maybe_sent', happening);
  });
  it('is that it did not leave where not even the challenge came', async () => {
    const server = createFakeServer();
    server.reachable = false;
    const { baseUrl, site, fetch } = server;
    const client = createClient({ baseUrl, site, fetch, retry: false });
    const error: unknown = await client.proposals.create(proposal).catch((reason) => reason);
    assert.equal(sendingErrorOf(error, proposalErrors), 'not_sent');
  });
  it('is that the consultation is closed where the server says so', async () => {
    const consultation = sampleConsultation({ closesAt: '2022-11-30T18:00:00+01:00' });
    assert.equal(await errorAfter('nothing', { consultation }), 'closed');
  });
  it('is the service for whatever else', () => {
    assert.equal(sendingErrorOf(new TypeError('a bug'), proposalErrors), 'server');
    assert.equal(sendingErrorOf(undefined, proposalErrors), 'server');
  });
});
