import type { Answers, Question } from '@nafida/contract';
import { plainText, shownQuestions } from '@nafida/contract';

/** Text as typed, yes or no, ids of the options chosen, or day, month and year of a date as typed. */
export type TypedAnswer = string | boolean | readonly string[];

/** What is typed and chosen so far, by the ids of the questions. */
export type TypedAnswers = ReadonlyMap<string, TypedAnswer>;

/** The field of a question: its path in what is sent. */
export type AnswerField = `answers.${string}`;

/**
 * What is sent of the answers: none to questions that are not asked, none that was left empty. What is no number
 * or no date stays as it was typed, for the check to find.
 */
export function answersOf(questions: readonly Question[], typed: TypedAnswers): Answers {
  const given = Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answerOf(question, typed.get(question.id));
      return answer === undefined ? [] : [[question.id, answer]];
    }),
  );
  return Object.fromEntries(
    shownQuestions(questions, given).flatMap(({ id }) =>
      Object.hasOwn(given, id) ? [[id, given[id]!]] : [],
    ),
  );
}

/** What stands in a form that sends `answers`: the other way round. */
export function typedAnswersOf(questions: readonly Question[], answers: Answers): TypedAnswers {
  return new Map(
    questions.flatMap(({ id, type }): [string, TypedAnswer][] => {
      const answer = Object.hasOwn(answers, id) ? answers[id]! : undefined;
      if (answer === undefined) return [];
      if (type === 'date' && typeof answer === 'string') {
        return [[id, answer.split('-').reverse()]];
      }
      return [[id, typeof answer === 'number' ? String(answer) : answer]];
    }),
  );
}

function answerOf({ type }: Question, typed: TypedAnswer | undefined): Answers[string] | undefined {
  if (typed === undefined || typeof typed === 'boolean') return typed;
  if (typeof typed === 'string') {
    if (typed.trim() === '') return undefined;
    return type === 'number' ? numberIn(typed) : typed;
  }
  if (typed.every((part) => part.trim() === '')) return undefined;
  return type === 'date' ? dateIn(typed) : [...typed];
}

// "1,500" is one and a half to some and fifteen hundred to others: such a number is asked for again.
function numberIn(typed: string): number | string {
  const text = plainText(typed).replaceAll('٫', ',').replaceAll(' ', '');
  return /^[+-]?\d+(?:\.\d+|,\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : typed;
}

function dateIn(typed: readonly string[]): string {
  const [day = '', month = '', year = ''] = typed.map(plainText);
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}
