import { createClient } from '@nafida/client';
import { createFakeServer, sampleSite, type FakeServer } from '@nafida/client/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StatusLookUp } from './status-look-up.js';

const clientOf = ({ baseUrl, site, fetch }: FakeServer, staffToken?: string) =>
  createClient({ baseUrl, site, fetch, retry: false, ...(staffToken && { staffToken }) });

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
  const lookUp = new StatusLookUp({
    client: () => client,
    signal: () => ending.signal,
    onChange: () => undefined,
    onError: (error) => errors.push(error),
  });
  return {
    ...{ server, client, staff, receipt, lookUp, errors, ending },
    open: async (code: string) => {
      lookUp.code = code;
      await lookUp.open();
      return lookUp.fault;
    },
  };
}

describe('a proposal looked up by its tracking code', () => {
  it('is shown, and the code is no longer in the field', async () => {
    const { receipt, lookUp, open } = await prepared();
    assert.equal(await open(` ${receipt.trackingCode} `), undefined);
    assert.equal(lookUp.receipt?.reference, receipt.reference);
    assert.equal(lookUp.receipt.trackingCode, null);
    assert.equal(lookUp.code, '');
    assert.equal(lookUp.isLooking, false);
  });

  it('is asked for with the code in a header, never in the address', async () => {
    const { server, receipt, open } = await prepared();
    await open(receipt.trackingCode!);
    const { url, headers } = server.requests.at(-1)!;
    assert.doesNotMatch(url, new RegExp(receipt.trackingCode!));
    assert.equal(headers.get('Authorization'), `Bearer ${receipt.trackingCode}`);
  });

  it('tells what kept it from being published', async () => {
    const { staff, receipt, lookUp, open } = await prepared();
    await staff.moderation.decide(receipt.reference, { decision: 'refuse', reason: 'off_topic' });
    await open(receipt.trackingCode!);
    assert.equal(lookUp.receipt?.moderation, 'refused');
    assert.equal(lookUp.receipt.refusal?.reason, 'off_topic');
  });

  it('is asked for again when it may have grown old', async () => {
    const { staff, receipt, lookUp, open, server } = await prepared();
    await open(receipt.trackingCode!);
    await staff.moderation.decide(receipt.reference, { decision: 'publish' });
    server.reachable = false;
    await lookUp.refresh();
    assert.equal(lookUp.receipt?.moderation, 'pending');
    server.reachable = true;
    await lookUp.refresh();
    assert.equal(lookUp.receipt.moderation, 'published');
  });

  it('is forgotten for the next person', async () => {
    const { receipt, lookUp, open, server } = await prepared();
    await open(receipt.trackingCode!);
    lookUp.close();
    assert.equal(lookUp.receipt, undefined);
    const { length } = server.requests;
    await lookUp.refresh();
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
    const { open, lookUp } = await prepared();
    assert.equal(await open('K7QF-2M9D-XT4P'), 'unknown');
    assert.equal(lookUp.code, 'K7QF-2M9D-XT4P');
    assert.equal(await open('رمز التتبع'), 'unknown');
  });

  it('stays in the field while the line is bad, and works once it is back', async () => {
    const { open, lookUp, server, receipt, errors } = await prepared();
    server.reachable = false;
    assert.equal(await open(receipt.trackingCode!), 'offline');
    assert.equal(lookUp.code, receipt.trackingCode);
    assert.equal(errors.length, 1);
    server.reachable = true;
    await lookUp.open();
    assert.equal(lookUp.fault, undefined);
    assert.equal(lookUp.receipt?.reference, receipt.reference);
  });

  it('says nothing to an element that has left the page', async () => {
    const { open, lookUp, receipt, errors, ending } = await prepared();
    ending.abort();
    assert.equal(await open(receipt.trackingCode!), undefined);
    assert.equal(lookUp.isLooking, false);
    assert.equal(lookUp.receipt, undefined);
    assert.deepEqual(errors, []);
  });
});

it('shows the proposal of the latest code, whichever answer comes last', async () => {
  const { client, lookUp, receipt } = await prepared();
  const second = await client.proposals.create(proposal('مقترح آخر للجماعة'));
  lookUp.code = receipt.trackingCode!;
  const first = lookUp.open();
  lookUp.code = second.trackingCode!;
  await Promise.all([first, lookUp.open()]);
  assert.equal(lookUp.receipt?.reference, second.reference);
  assert.equal(lookUp.isLooking, false);
});

it('has nobody to ask on a page that names no service', async () => {
  const lookUp = new StatusLookUp({
    client: () => undefined,
    signal: () => new AbortController().signal,
    onChange: () => undefined,
    onError: () => undefined,
  });
  lookUp.code = 'K7QF-2M9D-XT4P';
  await lookUp.open();
  assert.equal(lookUp.fault, 'setup');
});
