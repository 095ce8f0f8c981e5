import { checkAnswers } from '@nafida/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleQuestions } from '../../testing/sample-questions.js';
import type { TypedAnswer } from './typed-answers.js';
import { answersOf, typedAnswersOf } from './typed-answers.js';

const answers = (typed: Record<string, TypedAnswer>) =>
  answersOf(sampleQuestions, new Map(Object.entries(typed)));
const codes = (typed: Record<string, TypedAnswer>) => {
  const check = checkAnswers(sampleQuestions, answers({ transport: 'own', ...typed }));
  return check.ok ? [] : check.issues.map(({ path, code }) => `${path} ${code}`);
};

describe('answers as they are sent', () => {
  it('are those that were given, in the types that the protocol asks for', () => {
    assert.deepEqual(
      answers({
        transport: 'bus',
        village: 'أكليم',
        themes: ['water'],
        household: '5',
        born: ['7', '3', '1957'],
        member: false,
      }),
      {
        transport: 'bus',
        village: 'أكليم',
        themes: ['water'],
        household: 5,
        born: '1957-03-07',
        member: false,
      },
    );
  });
  it('leave out what is empty, and what is not asked any more', () => {
    assert.deepEqual(
      answers({
        transport: 'own',
        village: 'أكليم',
        themes: [],
        household: ' ',
        born: ['', ' ', ''],
      }),
      { transport: 'own' },
    );
  });
  it('read figures from an Arabic keyboard, and the comma of French', () => {
    assert.equal(answers({ household: '١٢' })['household'], 12);
    assert.equal(answers({ household: '12,5' })['household'], 12.5);
    assert.equal(answers({ household: '٢٫٥' })['household'], 2.5);
    assert.equal(answers({ born: ['٧', '٣', '١٩٥٧'] })['born'], '1957-03-07');
  });
});

describe('answers that cannot be sent', () => {
  it('are numbers that are none, or mean two things', () => {
    assert.deepEqual(codes({ household: 'خمسة' }), ['answers.household invalid_type']);
    assert.deepEqual(codes({ household: '1,500' }), ['answers.household invalid_type']);
    assert.deepEqual(codes({ household: '1e9' }), ['answers.household invalid_type']);
  });
  it('are days that do not exist, or dates without one of their parts', () => {
    for (const born of [
      ['31', '2', '1985'],
      ['1', '', '1985'],
      ['1', '2', '85'],
      ['a', '2', '1985'],
    ]) {
      assert.deepEqual(codes({ born }), ['answers.born invalid_format'], born.join(' '));
    }
  });
});

describe('answers taken up again', () => {
  it('stand as they were typed, and are sent the same', () => {
    const sent = {
      transport: 'bus',
      village: 'أكليم',
      themes: ['water', 'school'],
      household: 5,
      born: '1957-03-07',
      member: false,
    };
    const typed = typedAnswersOf(sampleQuestions, sent);
    assert.deepEqual(typed.get('born'), ['07', '03', '1957']);
    assert.equal(typed.get('household'), '5');
    assert.deepEqual(answersOf(sampleQuestions, typed), sent);
    assert.equal(typedAnswersOf(sampleQuestions, { other: 'x' }).size, 0);
  });
});
