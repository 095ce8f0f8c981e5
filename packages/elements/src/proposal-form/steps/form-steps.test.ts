import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proposalFields } from '../submit/proposal-issues.js';
import { stepOf, stepsOf } from './form-steps.js';

describe('the steps of a form', () => {
  it('are two where neither place nor questions are asked, three otherwise', () => {
    assert.deepEqual(stepsOf({ asksDetails: false }), ['proposal', 'author']);
    assert.deepEqual(stepsOf({ asksDetails: true }), ['proposal', 'details', 'author']);
  });
  it('hold the fields in the order in which they stand in the form', () => {
    const order = stepsOf({ asksDetails: true });
    const steps = proposalFields.map((field) => order.indexOf(stepOf(field)));
    assert.deepEqual(steps, [...steps].sort());
    assert.equal(stepOf('answers.village'), 'details');
  });
});
