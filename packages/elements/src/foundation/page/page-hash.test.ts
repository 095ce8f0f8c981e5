import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readHash, writeHash } from './page-hash.js';

describe('what elements remember in the address of its page', () => {
  it('is read among what else is there', () => {
    assert.deepEqual(readHash('#tab=2&nafida-month=2026-11&nafida-q=%D9%88%D8%B1%D8%B4%D8%A9'), {
      month: '2026-11',
      q: 'ورشة',
    });
    assert.deepEqual(readHash('#contact'), {});
    assert.deepEqual(readHash('#nafida-q=%E0%A4%A'), { q: '' });
  });
  it('is written without touching the rest, and goes when it is empty', () => {
    assert.equal(writeHash('', { month: '2026-11', q: null }), '#nafida-month=2026-11');
    assert.equal(
      writeHash('#a=%20b&nafida-month=2026-11&c=d', { month: '2026-12' }),
      '#a=%20b&c=d&nafida-month=2026-12',
    );
    assert.equal(writeHash('#nafida-month=2026-11', { month: null }), '');
  });
  it('leaves alone what another element remembers', () => {
    assert.equal(
      writeHash('#nafida-month=2026-11&nafida-proposals-q=eau', { 'proposals-q': 'route' }),
      '#nafida-month=2026-11&nafida-proposals-q=route',
    );
  });
  it('is not written where the hash is an anchor or a route of the page', () => {
    assert.equal(writeHash('#contact', { month: '2026-11' }), undefined);
    assert.equal(writeHash('#/agenda/list', { month: '2026-11' }), undefined);
  });
});
