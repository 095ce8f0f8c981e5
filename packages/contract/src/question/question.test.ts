import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswers, shownQuestions, validate, type Answers, type Question } from '../index.js';
import { questionsInputSchema, sessionQuestionsInputSchema } from '../staff.js';

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
  it('are asked for if they are required, no included', () => {
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
  it('name a place by a code, of which the form is looked at', () => {
    const place = { level: 'commune', minLevel: 'region', within: '02' } as const;
    const questions = [
      question('where', 'place', { place, required: true }),
      question('street', 'short_text', { showIf: { question: 'where', equals: '02.113.01.09' } }),
    ];
    const table: [answer: Answers[string] | undefined, issues: string[]][] = [
      ['02', []],
      ['02.113', []],
      ['02.113.01.09', []],
      ['06.141.01.0', []],
      ['', ['answers.where required']],
      [undefined, ['answers.where required']],
      ['Berkane', ['answers.where invalid_format']],
      ['2.113', ['answers.where invalid_format']],
      ['02.113.01', ['answers.where invalid_format']],
      [2, ['answers.where invalid_type']],
      [['02.113'], ['answers.where invalid_type']],
    ];
    for (const [answer, issues] of table) {
      const answers = answer === undefined ? undefined : { where: answer };
      assert.deepEqual(issuesOf(questions, answers), issues, String(answer));
    }
    assert.deepEqual(
      shownQuestions(questions, { where: '02.113.01.09' }).map(({ id }) => id),
      ['where', 'street'],
    );
  });
  it('may be files, which name the question that they answer', () => {
    const files = { count: 2, bytes: 1000 };
    const questions = [
      question('seen', 'yes_no'),
      question('photo', 'file', {
        files,
        required: true,
        showIf: { question: 'seen', equals: true },
      }),
    ];
    const photo = { question: 'photo' };
    const table: [answers: Answers, attached: { question?: string }[], issues: string[]][] = [
      [{ seen: true }, [photo], []],
      [{ seen: true }, [{}, photo, photo], []],
      [{}, [{}], []],
      [{ seen: true }, [], ['answers.photo required']],
      [{ seen: true }, [{}], ['answers.photo required']],
      [{ seen: true }, [photo, photo, photo], ['answers.photo too_large']],
      [{ seen: true, photo: 'IMG_1.jpg' }, [photo], ['answers.photo invalid_type']],
      [{ seen: false }, [photo], ['attachments.0.question invalid_choice']],
      [{}, [{}, { question: 'seen' }], ['attachments.1.question invalid_choice']],
      [{}, [{ question: 'sketch' }], ['attachments.0.question invalid_choice']],
    ];
    for (const [answers, attached, issues] of table) {
      const check = checkAnswers(questions, answers, attached);
      const found = check.ok ? [] : check.issues.map(({ path, code }) => `${path} ${code}`);
      assert.deepEqual(found, issues, JSON.stringify([answers, attached]));
    }
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
  it('are rejected if nobody could answer them', () => {
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
  it('say how many files answer them, and how large; a session asks for none', () => {
    const photo = { id: 'photo', label: { fr: 'Photo ?' }, type: 'file' };
    const files = { count: 1, bytes: 5_000_000 };
    const table: [question: object, code: string][] = [
      [{ files }, 'fine'],
      [{}, '0.files required'],
      [{ files: { count: 1 } }, '0.files.bytes required'],
      [{ files: { ...files, count: 0 } }, '0.files.count too_small'],
      [{ files: { ...files, count: 11 } }, '0.files.count too_large'],
      [{ files: { ...files, bytes: 10_000_001 } }, '0.files.bytes too_large'],
      [{ files, limits: { max: 2 } }, '0.limits unknown_field'],
      [{ type: 'yes_no', files }, '0.files unknown_field'],
    ];
    for (const [changes, code] of table) {
      assert.equal(codeOf({ ...photo, ...changes }), code, JSON.stringify(changes));
    }
    const after = { id: 'b', ...written, showIf: { question: 'photo', equals: 'x' } };
    assert.equal(codeOf({ ...photo, files }, after), ' invalid_choice', 'a file equals nothing');
    const result = validate(sessionQuestionsInputSchema, [{ ...photo, files }]);
    assert.ok(!result.ok);
    assert.deepEqual(result.issues, [{ path: '0.type', code: 'invalid_choice' }]);
  });
  it('say which places may be named', () => {
    const where = { id: 'where', label: { fr: 'Où ?' }, type: 'place' };
    const result = validate(questionsInputSchema, [{ ...where, place: { level: 'commune' } }]);
    assert.ok(result.ok);
    const { place } = result.value[0]!;
    assert.deepEqual(place, { level: 'commune', minLevel: 'region', within: null });

    const table: [question: object, code: string][] = [
      [{ place: { level: 'arrondissement', minLevel: 'commune', within: '02.113' } }, 'fine'],
      [{}, '0.place required'],
      [{ place: {} }, '0.place.level required'],
      [{ place: { level: 'village' } }, '0.place.level invalid_choice'],
      [{ place: { level: 'region', minLevel: 'commune' } }, '0.place.minLevel invalid_choice'],
      [{ place: { level: 'commune', within: 'Berkane' } }, '0.place.within invalid_format'],
      [{ place: { level: 'commune', depth: 3 } }, '0.place.depth unknown_field'],
      [{ place: { level: 'commune' }, limits: { max: 2 } }, '0.limits unknown_field'],
      [{ place: { level: 'commune' }, options: options('x') }, '0.options required'],
      [{ type: 'date', place: { level: 'commune' } }, '0.place unknown_field'],
    ];
    for (const [changes, code] of table) {
      assert.equal(codeOf({ ...where, ...changes }), code, JSON.stringify(changes));
    }
  });
});
