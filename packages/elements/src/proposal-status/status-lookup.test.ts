import { createClient, type Client } from '@nafida/client';
import { createFakeServer, sampleSite, type FakeServer } from '@nafida/client/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodeLookup } from '../submission/lookup/code-lookup.js';

const clientOf = ({ baseUrl, site, fetch }: FakeServer, staffToken?: string) =>
  createClient({ baseUrl, site, fetch, retry: false, ...(staffToken && { staffToken }) });

const read = (client: Client, code: string, signal: AbortSignal) =>
  client.receipts.get(code, { fresh: true, signal });

const proposal = (title: string) => ({
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title,
  body: 'إحداث فضاء رقمي بكل جماعة قروية.',
  language: 'ar' as const,
  consent: { privacyHash: sampleSite().privacy!.hash },
});

async function prepared() {
  const server = createFakeServer();
  const client = clientOf(server);
  const staff = clientOf(server, server.staffToken);
  const receipt = await client.proposals.create(proposal('فضاء رقمي للقرب'));
  const ending = new AbortController();
  const errors: unknown[] = [];
  const lookup = new CodeLookup({
    client: () => client,
    signal: () => ending.signal,
    read,
    onChange: () => undefined,
    onError: (error) => errors.push(error),
  });
  return {
    ...{ server, client, staff, receipt, lookup, errors, ending },
    open: async (code: string) => {
      lookup.code = code;
      await lookup.open();
      return lookup.issue;
    },
  };
}

describe('a proposal looked up by its tracking code', () => {
  it('is shown, and the code is no longer in the field', async () => {
    const { receipt, lookup, open } = await prepared();
    assert.equal(await open(` ${receipt.trackingCode} `), undefined);
    assert.equal(lookup.found?.reference, receipt.reference);
    assert.equal(lookup.found.trackingCode, null);
    assert.equal(lookup.code, '');
    assert.equal(lookup.isLooking, false);
  });

  it('is asked for with the code in a header, never in the address', async () => {
    const { server, receipt, open } = await prepared();
    await open(receipt.trackingCode!);
    const { url, headers } = server.requests.at(-1)!;
    assert.doesNotMatch(url, new RegExp(receipt.trackingCode!));
    assert.equal(headers.get('Authorization'), `Bearer ${receipt.trackingCode}`);
  });

  it('tells what kept it from being published', async () => {
    const { staff, receipt, lookup, open } = await prepared();
    await staff.moderation.decide(receipt.reference, { decision: 'refuse', reason: 'off_topic' });
    await open(receipt.trackingCode!);
    assert.equal(lookup.found?.moderation, 'refused');
    assert.equal(lookup.found.refusal?.reason, 'off_topic');
  });

  it('is asked for again when it may have grown old', async () => {
    const { staff, receipt, lookup, open, server } = await prepared();
    await open(receipt.trackingCode!);
    await staff.moderation.decide(receipt.reference, { decision: 'publish' });
    server.reachable = false;
    await lookup.refresh();
    assert.equal(lookup.found?.moderation, 'pending');
    server.reachable = true;
    await lookup.refresh();
    assert.equal(lookup.found.moderation, 'published');
  });

  it('is forgotten for the next person', async () => {
    const { receipt, lookup, open, server } = await prepared();
    await open(receipt.trackingCode!);
    lookup.close();
    assert.equal(lookup.found, undefined);
    const { length } = server.requests;
    await lookup.refresh();
    assert.equal(server.requests.length, length);
  });
});

describe('a code that shows nothing', () => {
  it('is asked for when none was typed, without a request', async () => {
    const { open, server } = await prepared();
    const { length } = server.requests;
    assert.equal(await open('  '), 'required');
    assert.equal(server.requests.length, length);
  });

  it('is unknown, or no code at all', async () => {
    const { open, lookup } = await prepared();
    assert.equal(await open('K7QF-2M9D-XT4P'), 'unknown');
    assert.equal(lookup.code, 'K7QF-2M9D-XT4P');
    assert.equal(await open('رمز التتبع'), 'unknown');
  });

  it('stays in the field while the line is bad, and works once it is back', async () => {
    const { open, lookup, server, receipt, errors } = await prepared();
    server.reachable = false;
    assert.equal(await open(receipt.trackingCode!), 'offline');
    assert.equal(lookup.code, receipt.trackingCode);
    assert.equal(errors.length, 1);
    server.reachable = true;
    await lookup.open();
    assert.equal(lookup.issue, undefined);
    assert.equal(lookup.found?.reference, receipt.reference);
  });

  it('says nothing to an element that has left the page', async () => {
    const { open, lookup, receipt, errors, ending } = await prepared();
    ending.abort();
    assert.equal(await open(receipt.trackingCode!), undefined);
    assert.equal(lookup.isLooking, false);
    assert.equal(lookup.found, undefined);
    assert.deepEqual(errors, []);
  });
});

it('shows the proposal of the latest code, whichever answer comes last', async () => {
  const { client, lookup, receipt } = await prepared();
  const second = await client.proposals.create(proposal('مقترح آخر للجماعة'));
  lookup.code = receipt.trackingCode!;
  const first = lookup.open();
  lookup.code = second.trackingCode!;
  await Promise.all([first, lookup.open()]);
  assert.equal(lookup.found?.reference, second.reference);
  assert.equal(lookup.isLooking, false);
});

it('has nobody to ask on a page that names no service', async () => {
  const lookup = new CodeLookup({
    client: () => undefined,
    signal: () => new AbortController().signal,
    read,
    onChange: () => undefined,
    onError: () => undefined,
  });
  lookup.code = 'K7QF-2M9D-XT4P';
  await lookup.open();
  assert.equal(lookup.issue, 'setup');
});
