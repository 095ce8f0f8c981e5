import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  idempotencyKeyHeader,
  problemMediaType,
  problems,
  problemSchema,
  proofHeader,
  validate,
} from '@nafida/contract';
import { allOperations as operations } from '@nafida/contract/staff.js';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/**
 * A server under the suite, spoken to as any program could. Every answer is checked against the contract on its
 * way: status, media type, caching and shape, to the letter, so that an extra field is an error too.
 */
export class Api {
  #fetch;
  #baseUrl;
  #performed;

  /**
   * @param {{ fetch: typeof fetch, baseUrl: string }} server
   * @param {{ id: string, staffToken: string, privacyHash: string }} site
   * @param {Set<string>} performed collects the ids of operations that have answered well
   */
  constructor({ fetch, baseUrl }, site, performed = new Set()) {
    this.#fetch = fetch;
    this.#baseUrl = baseUrl;
    this.#performed = performed;
    this.site = site;
  }

  /** One raw request; nothing about the answer is assumed. */
  async send(method, path, { headers = {}, body } = {}) {
    const response = await this.#fetch(`${this.#baseUrl}${path}`, {
      method,
      headers,
      body,
      redirect: 'manual',
    });
    // The mark at the beginning of a table is a part of it.
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    assert.equal(response.headers.get('Set-Cookie'), null, 'no cookies');
    return { status: response.status, headers: response.headers, bytes, text };
  }

  /** The path of an operation on this site, with its query. */
  pathOf(id, { parameters = {}, query = {} } = {}) {
    const path = operations[id].path.replace(/\{(\w+)\}/g, (_braces, name) =>
      encodeURIComponent({ site: this.site.id, ...parameters }[name]),
    );
    const search = new URLSearchParams(query).toString();
    return search ? `${path}?${search}` : path;
  }

  /**
   * Performs an operation as a well-behaved client would: with a fresh key and a fresh proof where it needs them.
   * `key`, `proof`, `token` and `headers` replace or (when null) leave out what would be sent.
   *
   * @returns the answer with its `json`: of the operation's own shape (a calendar or a table is its text), or a problem
   */
  async call(id, request = {}) {
    const operation = operations[id];
    const {
      key = operation.idempotencyKey ? randomUUID() : null,
      proof = operation.proof ? await this.proof(id) : null,
      token = operation.authentication === 'staff_token' ? this.site.staffToken : null,
    } = request;
    const body = request.rawBody ?? (operation.body && JSON.stringify(request.body));
    const answer = await this.send(operation.method, this.pathOf(id, request), {
      body: body ?? undefined,
      headers: {
        ...(body != null && { 'Content-Type': 'application/json' }),
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...(key !== null && { [idempotencyKeyHeader]: key }),
        ...(proof !== null && { [proofHeader]: proof }),
        ...request.headers,
      },
    });
    if (answer.status === 304) return answer;
    if (answer.status >= 400) return { ...answer, json: problemIn(answer, operation) };
    const json = this.#checkSuccess(operation, answer);
    this.#performed.add(id);
    return { ...answer, json };
  }

  /** Like {@link call}, for requests that must be refused with `code`; gives the problem. */
  async refused(code, id, request) {
    const { status, json, headers } = await this.call(id, request);
    assert.ok(status >= 400, `expected ${code}, got ${status}: ${JSON.stringify(json)}`);
    assert.equal(json.code, code, JSON.stringify(json));
    return { ...json, headers };
  }

  /** Like {@link call}, for requests that must succeed; gives the value. */
  async value(id, request) {
    const { status, json } = await this.call(id, request);
    assert.equal(status, operations[id].status, JSON.stringify(json));
    return json;
  }

  /** A solved challenge for one create. */
  async proof(operation) {
    const { parameters, signature } = await this.value('createChallenge', { body: { operation } });
    const challenge = { parameters, signature };
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  }

  #checkSuccess(operation, { status, headers, text }) {
    assert.equal(status, operation.status);
    const [mediaType] = (headers.get('Content-Type') ?? '').split(';');
    assert.equal(mediaType, operation.mediaType);
    const caching = headers.get('Cache-Control') ?? '';
    if (operation.cache === 'public') {
      assert.match(caching, /\bpublic\b/);
      assert.match(headers.get('ETag') ?? '', /^(?:W\/)?"[^"]+"$/);
    } else {
      assert.match(caching, /\bno-store\b/);
    }
    const isText = operation.mediaType !== 'application/json';
    if (isText) assert.match(headers.get('Content-Type'), /;\s*charset=utf-8$/i);
    const json = isText ? text : JSON.parse(text);
    const result = validate(operation.response, json);
    assert.ok(result.ok, `${operation.path}: ${JSON.stringify(result.issues)}`);
    assert.deepEqual(json, result.value, 'nothing beside what the contract says');
    return json;
  }
}

/** The problem that an answer is; checks everything that must be true of any problem. */
export function problemIn({ status, headers, text }, operation) {
  assert.equal(headers.get('Content-Type')?.split(';')[0], problemMediaType);
  assert.match(headers.get('Cache-Control') ?? '', /\bno-store\b/);
  const json = JSON.parse(text);
  const result = validate(problemSchema, json);
  assert.ok(result.ok, JSON.stringify(result.issues));
  assert.deepEqual(json, result.value, 'nothing beside what the contract says');
  const known = problems[json.code];
  assert.ok(known, `${json.code} is a code of the contract`);
  assert.deepEqual(
    { status, type: json.type, title: json.title, inBody: json.status },
    {
      status: known.status,
      type: `urn:nafida:problem:${json.code}`,
      title: known.title,
      inBody: known.status,
    },
  );
  if (status === 401) assert.match(headers.get('WWW-Authenticate') ?? '', /^Bearer\b/);
  if (json.code === 'invalid_input') assert.ok(json.errors?.length > 0, 'says which fields');
  if (operation) assert.ok(status < 500, `${operation.path} answered ${status}`);
  return json;
}
