import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswers, shownQuestions, validate, type Answers, type Question } from './index.js';
import { questionsInputSchema } from './staff.js';

const question = (id: string, type: Question['type'], changes: Partial<Question> = {}) => ({
  id,
  label: { ar: 'سؤال', fr: 'Question' },
  hint: null,
  type,
  options: [],
  required: false,
  limits: null,
  showIf: null,
  ...changes,
});
const options = (...ids: string[]) => ids.map((id) => ({ id, label: { fr: id } }));
const issuesOf = (questions: Question[], answers?: Answers) => {
  const check = checkAnswers(questions, answers);
  return check.ok ? [] : check.issues.map(({ path, code }) => `${path} ${code}`);
};

describe('the answers to questions', () => {
  it('come back normalised; empty ones count as none', () => {
    const questions = [
      question('name', 'short_text'),
      question('why', 'long_text'),
      question('which', 'several_of', { options: options('a') }),
    ];
    assert.deepEqual(
      checkAnswers(questions, { name: '  Cafe\u0301\n du port ', why: ' ', which: [] }),
      {
        ok: true,
        value: { name: 'Café du port' },
      },
    );
    assert.deepEqual(checkAnswers([]), { ok: true, value: {} });
  });
  it('are asked for where they are required, no included', () => {
    const questions = [
      question('bus', 'yes_no', { required: true }),
      question('which', 'several_of', { required: true, options: options('a') }),
    ];
    assert.deepEqual(issuesOf(questions, { which: [] }), [
      'answers.bus required',
      'answers.which required',
    ]);
    assert.deepEqual(issuesOf(questions, { bus: false, which: ['a'] }), []);
  });
  it('depend on each other along a chain', () => {
    const questions = [
      question('how', 'several_of', { options: options('bus', 'car') }),
      question('stop', 'one_of', {
        options: options('berkane', 'ahfir'),
        showIf: { question: 'how', equals: 'bus' },
      }),
      question('hour', 'number', { showIf: { question: 'stop', equals: 'ahfir' }, required: true }),
    ];
    const shown = (answers: Answers) => shownQuestions(questions, answers).map(({ id }) => id);
    assert.deepEqual(shown({}), ['how']);
    assert.deepEqual(shown({ how: ['car', 'bus'] }), ['how', 'stop']);
    assert.deepEqual(shown({ how: ['bus'], stop: 'ahfir' }), ['how', 'stop', 'hour']);
    assert.deepEqual(
      shown({ how: ['car'], stop: 'ahfir' }),
      ['how'],
      'hidden answers show nothing',
    );
    assert.deepEqual(issuesOf(questions, { how: ['bus'], stop: 'ahfir' }), [
      'answers.hour required',
    ]);
    assert.deepEqual(issuesOf(questions, { how: ['car'], hour: 9 }), [
      'answers.hour unknown_field',
    ]);
  });
  it('are found by their own ids only', () => {
    assert.deepEqual(issuesOf([question('toString', 'short_text', { required: true })], {}), [
      'answers.toString required',
    ]);
  });
  it('to a question of a type that is not known yet are left to the server', () => {
    assert.deepEqual(issuesOf([question('sketch', 'unknown')], { sketch: 'x' }), []);
  });
});

describe('questions as staff write them', () => {
  const codeOf = (...questions: object[]) => {
    const result = validate(questionsInputSchema, questions);
    return result.ok ? 'fine' : `${result.issues[0]?.path} ${result.issues[0]?.code}`;
  };
  const written = { label: { fr: 'Village ?' }, type: 'short_text' };

  it('need little', () => {
    const result = validate(questionsInputSchema, [{ id: 'village', ...written }]);
    assert.ok(result.ok);
    assert.deepEqual(result.value, [
      question('village', 'short_text', { label: { fr: 'Village ?' } }),
    ]);
  });
  it('are refused where nobody could answer them', () => {
    const a = { id: 'a', ...written };
    assert.equal(codeOf(a, a), ' invalid_choice');
    assert.equal(codeOf({ ...a, type: 'one_of' }), '0.options required');
    assert.equal(codeOf({ ...a, options: options('x') }), '0.options required');
    assert.equal(
      codeOf({ ...a, type: 'one_of', options: options('x', 'x') }),
      '0.options invalid_choice',
    );
    assert.equal(codeOf({ ...a, limits: { min: 9, max: 4 } }), '0.limits too_large');
    assert.equal(codeOf({ ...a, limits: { max: 201 } }), '0.limits.max too_large');
    assert.equal(codeOf({ ...a, showIf: { question: 'b', equals: 1 } }), ' invalid_choice');
    assert.equal(codeOf({ ...a, id: 'a b' }), '0.id invalid_format');
    assert.equal(codeOf(a, { ...a, id: 'b', showIf: { question: 'a', equals: 'x' } }), 'fine');
  });
});
