import type { Receipt } from '@nafida/contract';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { stateOf } from './proposal-state.js';

const state = (moderation: Receipt['moderation'], status: Receipt['status']) =>
  stateOf({ moderation, status } as Receipt);

it('says first whether a proposal is published, then what the authority does with it', () => {
  assert.equal(state('pending', 'not_answered'), 'pending');
  assert.equal(state('refused', 'not_answered'), 'refused');
  assert.equal(state('published', 'not_answered'), 'not_answered');
  assert.equal(state('published', 'implemented'), 'implemented');
});

it('says that a proposal was withdrawn, published or not', () => {
  assert.equal(state('pending', 'withdrawn'), 'withdrawn');
  assert.equal(state('published', 'withdrawn'), 'withdrawn');
});

it('has a word for what only a newer server knows', () => {
  assert.equal(state('unknown', 'accepted'), 'unknown');
  assert.equal(state('published', 'unknown'), 'unknown');
});
