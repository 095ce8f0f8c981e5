import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProposalChoice } from './proposal-choice.js';
import { queryOf } from './proposal-choice.js';

const nothing: ProposalChoice = {
  consultation: null,
  session: null,
  within: null,
  axis: null,
  territory: null,
  status: null,
  sort: null,
  q: null,
};
const query = (choice: Partial<ProposalChoice>) => {
  const unknown: string[] = [];
  const asked = queryOf({ ...nothing, ...choice }, (name) => unknown.push(name));
  return { asked, unknown };
};

describe('what a list of proposals asks for', () => {
  it('is everything where nothing is chosen', () => {
    assert.deepEqual(query({ sort: 'recent', q: '  ', axis: '' }), { asked: {}, unknown: [] });
  });
  it('is what is inside the place chosen, or else inside that of the page', () => {
    assert.deepEqual(query({ within: '02' }).asked, { territory: '02' });
    assert.deepEqual(query({ within: '02', territory: '02.113' }).asked, { territory: '02.113' });
  });
  it('leaves out a state or an order that there is not, and says so', () => {
    const choice = { status: 'approved', sort: 'oldest', axis: 'access-and-uses' };
    assert.deepEqual(query(choice), {
      asked: { axis: 'access-and-uses' },
      unknown: ['status', 'sort'],
    });
    const known = { status: 'accepted', sort: 'supported' } as const;
    assert.deepEqual(query(known), { asked: known, unknown: [] });
  });
  it('searches for no more than a server takes', () => {
    assert.equal(query({ q: ` ${'ا'.repeat(300)}` }).asked.q, 'ا'.repeat(200));
  });
});
