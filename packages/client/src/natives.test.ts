import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { plainCopy, toJson } from './natives.js';

const arrays = Array.prototype as { toJSON?: unknown };
const objects = Object.prototype as Record<string, unknown>;

describe('on a page that bends prototypes', () => {
  afterEach(() => {
    delete arrays.toJSON;
    delete objects['toJSON'];
    delete objects['each'];
  });

  it('JSON is what it should be', () => {
    const value = { a: [1, { b: ['x'] }], c: null, d: undefined };
    const expected = '{"a":[1,{"b":["x"]}],"c":null}';
    assert.equal(toJson(value), expected);
    arrays.toJSON = function (this: unknown[]) {
      return `[${this.join()}]`;
    };
    objects['toJSON'] = () => 'broken';
    objects['each'] = () => {};
    assert.notEqual(JSON.stringify(value), expected);
    assert.equal(toJson(value), expected);
  });
  it('copies hold nothing but their own', () => {
    objects['each'] = () => {};
    const keys = [];
    // eslint-disable-next-line no-restricted-syntax -- this is what a page's scripts may do
    for (const key in plainCopy({ a: 1 }) as object) keys.push(key);
    assert.deepEqual(keys, ['a']);
  });
  it('copies are deep, and leave alone what is not an object', () => {
    const inner = { a: [1] };
    const copy = plainCopy({ inner }) as { inner: typeof inner };
    inner.a.push(2);
    assert.deepEqual(copy.inner.a.length, 1);
    for (const value of [1, 'x', null, undefined, true]) assert.equal(plainCopy(value), value);
  });
});
