import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { OperationId } from '@nafida/contract';
import { InputError } from '../errors/input-error.js';
import { checkedOperation } from './all-operations.js';
import { settingsFrom } from './client-options.js';
import { prepare, type AnyCallRequest } from './prepare.js';

const settings = settingsFrom({ baseUrl: 'https://a.example/api/', site: 'berkane', locale: 'ar' });
const prepared = (id: OperationId, request: AnyCallRequest = {}) =>
  prepare(settings, checkedOperation(id), request);
const issuesOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
};
const proposal = {
  consultation: 'digital-2030',
  axis: 'access-and-uses',
  title: ' تغطية الدواوير بالأنترنت ',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: { privacyHash: 'a'.repeat(64) },
};

describe('options', () => {
  const base = (baseUrl: string | URL) => settingsFrom({ baseUrl, site: 'berkane' }).baseUrl;
  it('take a base URL with or without path, query and slash', () => {
    assert.equal(base('https://a.example'), 'https://a.example');
    assert.equal(base('https://a.example:8443//'), 'https://a.example:8443');
    assert.equal(base(new URL('https://a.example/nafida/?x=1#y')), 'https://a.example/nafida');
  });
  it('that cannot work are refused at once', () => {
    for (const baseUrl of ['', '/api', 'a.example', 'ftp://a.example', 'javascript:alert(1)']) {
      assert.deepEqual(
        issuesOf(() => base(baseUrl)),
        ['baseUrl invalid_format'],
        baseUrl,
      );
    }
    for (const site of ['', 'Berkane', 'a/b', '..']) {
      const made = () => settingsFrom({ baseUrl: 'https://a.example', site });
      assert.deepEqual(issuesOf(made), ['site invalid_format'], site);
    }
  });
});

describe('a request', () => {
  it('goes to the path of its operation', () => {
    assert.equal(prepared('getSite').url, 'https://a.example/api/v1/sites/berkane');
    const { url } = prepared('getSession', { parameters: { session: 'a/b ?é#' } });
    assert.equal(url, 'https://a.example/api/v1/sites/berkane/sessions/a%2Fb%20%3F%C3%A9%23');
  });
  it('never goes to the path of another operation', () => {
    for (const session of ['', '.', '..']) {
      const made = () => prepared('getSession', { parameters: { session } });
      assert.match(issuesOf(made).join(), /^session (required|invalid_format)$/);
    }
    assert.deepEqual(
      issuesOf(() => prepared('getSession')),
      ['session required'],
    );
  });
  it('leaves out of its query what is not given, and checks the rest', () => {
    const query = { from: '2031-01-01', to: undefined, cursor: undefined, limit: 5 };
    assert.match(prepared('listSessions', { query }).url, /\/sessions\?limit=5&from=2031-01-01$/);
    assert.doesNotMatch(prepared('listSessions', { query: {} }).url, /\?/);
    const bad = { from: 'tomorrow', limit: 1000, color: 'red' };
    assert.deepEqual(issuesOf(() => prepared('listSessions', { query: bad })).sort(), [
      'color unknown_field',
      'from invalid_format',
      'limit too_large',
    ]);
  });
  it('carries its body in normal form', () => {
    const { body, headers } = prepared('createProposal', {
      body: proposal,
      idempotencyKey: 'k'.repeat(16),
    });
    assert.equal(JSON.parse(body as string).title, 'تغطية الدواوير بالأنترنت');
    assert.equal(headers['Content-Type'], 'application/json');
    assert.equal(headers['Idempotency-Key'], 'k'.repeat(16));
    assert.equal(headers['Accept-Language'], 'ar');
  });
  it('names all its issues together', () => {
    const made = () =>
      prepared('createRegistration', {
        parameters: { session: '' },
        body: { name: 'A1 2', language: 'ar' },
        idempotencyKey: 'short',
        proof: 'نص',
      });
    assert.deepEqual(issuesOf(made).sort(), [
      'consent required',
      'idempotencyKey invalid_format',
      'name invalid_name',
      'proof invalid_format',
      'session required',
    ]);
  });
  it('takes codes as people copy and type them', () => {
    for (const token of ['K7QF-2M9D', ' K7QF-2M9D\n', '\u2067K7QF-2M9D\u2069', 'K7QF\u200F-2M9D']) {
      const { headers } = prepared('getReceipt', { token });
      assert.equal(headers['Authorization'], 'Bearer K7QF-2M9D', JSON.stringify(token));
    }
    for (const token of [undefined, '', '  \u200F']) {
      assert.deepEqual(
        issuesOf(() => prepared('getReceipt', { token })),
        ['trackingCode required'],
      );
    }
    const arabic = () => prepared('getRegistration', { token: 'رمز' });
    assert.deepEqual(issuesOf(arabic), ['manageToken invalid_format']);
    assert.deepEqual(
      issuesOf(() => prepared('listSubmissions')),
      ['staffToken required'],
    );
  });
});

describe('on a page that adds to Object.prototype', () => {
  const objects = Object.prototype as Record<string, unknown>;
  afterEach(() => {
    delete objects['each'];
    delete objects['extend'];
  });
  it('requests are still valid', () => {
    objects['each'] = () => {};
    objects['extend'] = 'yes';
    const { body, url } = prepared('createProposal', {
      body: { ...proposal, author: { name: 'Ali' }, territory: { code: '02.113', vintage: 2024 } },
      idempotencyKey: 'k'.repeat(16),
    });
    assert.deepEqual(Object.keys(JSON.parse(body as string).author), ['name']);
    assert.doesNotMatch(url, /\?/);
    assert.match(prepared('listSessions', { query: { limit: 5 } }).url, /\?limit=5$/);
  });
});
