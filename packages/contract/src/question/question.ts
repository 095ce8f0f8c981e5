import * as z from 'zod/mini';
import { attachmentPolicySchema } from '../attachment/attachment.js';
import { territoryCodePattern } from '../identifiers.js';
import { openEnum } from '../open-enum.js';
import type { FieldIssue } from '../problem/problem-schema.js';
import { territoryLevels } from '../territory-reference.js';
import { citizenLine, citizenText } from '../text/citizen-text.js';
import { localizedTextSchema } from '../text/locale.js';
import { civilDateSchema } from '../time/time-schemas.js';
import { validate } from '../validation.js';

/** The types of answers that a question can ask for. */
export const questionTypes = [
  'short_text',
  'long_text',
  'one_of',
  'several_of',
  'number',
  'date',
  'yes_no',
  'place',
  'file',
] as const;

/** Longest answers in grapheme clusters, unless a question's limits are stricter. */
export const answerLengths = { short_text: 200, long_text: 2000 } as const;

/** One possible answer of `one_of` and `several_of`. */
export const questionOptionSchema = z.object({ id: z.string(), label: localizedTextSchema });

/**
 * The places that a question of type `place` takes: none wider than `minLevel`, none narrower than `level`, and none
 * outside `within`, the HCP code of 2024 of a territory; null for all of Morocco.
 */
export const questionPlaceSchema = z.object({
  level: openEnum(territoryLevels),
  minLevel: openEnum(territoryLevels),
  within: z.nullable(z.string()),
});

/** See {@link questionPlaceSchema}. */
export type QuestionPlace = z.output<typeof questionPlaceSchema>;

/**
 * A question that staff added to a form. `options` is empty unless one chooses among them. `limits` are grapheme
 * clusters of a text, values of a number, or numbers of choices of `several_of`, both inclusive. With `showIf` the
 * question is only asked once an earlier one has been answered so; see {@link shownQuestions}.
 */
export const questionSchema = z.object({
  id: z.string(),
  label: localizedTextSchema,
  hint: z.nullable(localizedTextSchema),
  type: openEnum(questionTypes),
  options: z.array(questionOptionSchema),
  required: z.boolean(),
  limits: z.nullable(z.object({ min: z.nullable(z.number()), max: z.nullable(z.number()) })),
  /** Of type `place` only. */
  place: z.optional(questionPlaceSchema),
  /** Of type `file` only: how many photos and documents it takes, and the most bytes of each. */
  files: z.optional(attachmentPolicySchema),
  /** `equals` is the id of an option, a text, a number, the code of a place, or yes or no (boolean). */
  showIf: z.nullable(z.object({ question: z.string(), equals: z.unknown() })),
});

/** See {@link questionSchema}. */
export type Question = z.output<typeof questionSchema>;

/**
 * Answers by the ids of their questions: text, id of an option, number, civil date, yes or no, ids of options, HCP code
 * (2024) of a place. The answer to a question of type `file` is not here: it is an attachment that names the question.
 */
export const answersSchema = z.catchall(
  // Not a record: that is a kilobyte more of zod in every page.
  z.object({}),
  z.union([
    z.string().check(z.maxLength(40_000)),
    z.number(),
    z.boolean(),
    z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200)),
  ]),
);

/** See {@link answersSchema}. */
export type Answers = z.output<typeof answersSchema>;

/** The same in an answer of the server, which may contain types that this version does not know. */
export const storedAnswersSchema = z.looseObject({}) as unknown as typeof answersSchema;

/** What {@link checkAnswers} found: the normalised answers, or what is wrong with them. */
export type AnswersCheck =
  | { readonly ok: true; readonly value: Answers }
  | { readonly ok: false; readonly issues: FieldIssue[] };

/**
 * The questions to ask a person who has given these answers so far, in order. One with `showIf` is there once the
 * question it names is there and has been answered so (for `several_of`: the option is among those chosen).
 */
export function shownQuestions(questions: readonly Question[], answers: Answers): Question[] {
  const shown: Question[] = [];
  for (const question of questions) {
    const { showIf } = question;
    const isAsked =
      !showIf ||
      (shown.some(({ id }) => id === showIf.question) &&
        isAnsweredBy(own(answers, showIf.question), showIf.equals));
    if (isAsked) shown.push(question);
  }
  return shown;
}

/**
 * Checks answers against their questions. Empty texts and empty lists count as no answer. Issues have paths such
 * as `answers.age`; an answer to a question that does not exist or is not shown is an `unknown_field`. A question
 * whose type this version does not know is left to the server, and so is whether a code names one of the places that a
 * question takes: that needs the list of them.
 *
 * @param files what is attached; those that name a question of type `file` are answers to it
 */
export function checkAnswers(
  questions: readonly Question[],
  answers: Answers = {},
  files: readonly { readonly question?: string | undefined }[] = [],
): AnswersCheck {
  const issues: FieldIssue[] = [];
  const value: Record<string, Answers[string]> = {};
  const shown = shownQuestions(questions, answers);
  for (const id of Object.keys(answers)) {
    if (!shown.some((question) => question.id === id)) {
      issues.push({ path: `answers.${id}`, code: 'unknown_field' });
    }
  }
  for (const [index, { question: id }] of files.entries()) {
    const isAsked = shown.some((each) => each.id === id && each.type === 'file');
    if (id !== undefined && !isAsked) {
      issues.push({ path: `attachments.${index}.question`, code: 'invalid_choice' });
    }
  }
  for (const question of shown) {
    const path = `answers.${question.id}`;
    const answer = own(answers, question.id);
    if (question.type === 'file') {
      const count = files.filter((file) => file.question === question.id).length;
      const maximum = question.files?.count ?? 1;
      if (answer !== undefined) issues.push({ path, code: 'invalid_type' });
      else if (question.required && count === 0) issues.push({ path, code: 'required' });
      else if (count > maximum) issues.push({ path, code: 'too_large', maximum });
      continue;
    }
    if (answer === undefined || isEmpty(answer)) {
      if (question.required) issues.push({ path, code: 'required' });
      continue;
    }
    const result = validate(answerSchemaOf(question), answer);
    if (result.ok) value[question.id] = result.value;
    else issues.push(...result.issues.map((issue) => ({ ...issue, path })));
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

// Ids such as `constructor` are found on every object.
function own(answers: Answers, id: string): Answers[string] | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function isAnsweredBy(answer: Answers[string] | undefined, wanted: unknown) {
  return Array.isArray(answer) ? answer.some((id) => id === wanted) : answer === wanted;
}

function isEmpty(answer: Answers[string]): boolean {
  return typeof answer === 'string' ? answer.trim() === '' : Array.isArray(answer) && !answer[0];
}

function answerSchemaOf({ type, options, limits }: Question): z.ZodMiniType<Answers[string]> {
  const min = limits?.min ?? null;
  const max = limits?.max ?? null;
  const ids = options.map(({ id }) => id);
  const option = z
    .string()
    .check(z.refine((id) => ids.includes(id), { params: { code: 'invalid_choice' } }));
  switch (type) {
    case 'short_text':
      return citizenLine({ min: min ?? 1, max: max ?? answerLengths.short_text });
    case 'long_text':
      return citizenText({ min: min ?? 1, max: max ?? answerLengths.long_text });
    case 'one_of':
      return option;
    case 'several_of':
      return z.array(option).check(
        z.refine((chosen) => new Set(chosen).size === chosen.length, {
          params: { code: 'invalid_choice' },
        }),
        z.refine(({ length }) => min === null || length >= min, {
          params: { code: 'too_small', minimum: min },
        }),
        z.refine(({ length }) => max === null || length <= max, {
          params: { code: 'too_large', maximum: max },
        }),
      );
    case 'number':
      return z
        .number()
        .check(...(min === null ? [] : [z.gte(min)]), ...(max === null ? [] : [z.lte(max)]));
    case 'date':
      return civilDateSchema;
    case 'yes_no':
      return z.boolean();
    case 'place':
      return z.string().check(z.regex(territoryCodePattern));
    default:
      return z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
  }
}
