import * as z from 'zod/mini';
import { attachmentPolicyInputSchema } from '../attachment/attachment.js';
import { editorialText, identifierSchema, maybe } from '../editorial.js';
import { territoryCodePattern } from '../identifiers.js';
import { territoryLevels } from '../territory-reference.js';
import { answerLengths, questionTypes } from './question.js';

/** Their answers are named by other means than limits. */
const unlimited: ReadonlySet<string> = new Set(['place', 'file']);

const isChoice = (type: string) => type === 'one_of' || type === 'several_of';

/** A question as staff write it. */
export const questionInputSchema = z
  .strictObject({
    id: identifierSchema,
    label: editorialText,
    hint: maybe(editorialText),
    type: z.enum(questionTypes),
    options: z._default(
      z
        .array(z.strictObject({ id: identifierSchema, label: editorialText }))
        .check(z.maxLength(100)),
      [],
    ),
    required: z._default(z.boolean(), false),
    limits: maybe(z.strictObject({ min: maybe(z.number()), max: maybe(z.number()) })),
    place: z.optional(
      z.strictObject({
        level: z.enum(territoryLevels),
        minLevel: z._default(z.enum(territoryLevels), 'region'),
        within: maybe(z.string().check(z.regex(territoryCodePattern))),
      }),
    ),
    files: z.optional(attachmentPolicyInputSchema),
    showIf: maybe(
      z.strictObject({
        question: identifierSchema,
        equals: z.union([z.string(), z.number(), z.boolean()]),
      }),
    ),
  })
  .check(
    z.refine(({ type, options }) => isChoice(type) === options.length > 0, {
      path: ['options'],
      params: { code: 'required' },
    }),
    z.refine(({ options }) => new Set(options.map(({ id }) => id)).size === options.length, {
      path: ['options'],
      params: { code: 'invalid_choice' },
    }),
    z.refine(({ type, place }) => type !== 'place' || place !== undefined, {
      path: ['place'],
      params: { code: 'required' },
    }),
    z.refine(({ type, place }) => type === 'place' || place === undefined, {
      path: ['place'],
      params: { code: 'unknown_field' },
    }),
    z.refine(
      ({ place }) =>
        !place || territoryLevels.indexOf(place.minLevel) <= territoryLevels.indexOf(place.level),
      { path: ['place', 'minLevel'], params: { code: 'invalid_choice' } },
    ),
    z.refine(({ type, files }) => type !== 'file' || files !== undefined, {
      path: ['files'],
      params: { code: 'required' },
    }),
    z.refine(({ type, files }) => type === 'file' || files === undefined, {
      path: ['files'],
      params: { code: 'unknown_field' },
    }),
    z.refine(({ type, limits }) => !unlimited.has(type) || limits === null, {
      path: ['limits'],
      params: { code: 'unknown_field' },
    }),
    z.refine(({ limits }) => (limits?.min ?? -Infinity) <= (limits?.max ?? Infinity), {
      path: ['limits'],
      params: { code: 'too_large' },
    }),
    z.refine(
      ({ type, limits }) =>
        !(type in answerLengths) ||
        (limits?.max ?? 0) <= answerLengths[type as keyof typeof answerLengths],
      { path: ['limits', 'max'], params: { code: 'too_large' } },
    ),
  );

/** The questions of a consultation. Ids are unique, and `showIf` names an earlier question that is not answered with files. */
export const questionsInputSchema = questionsOf(questionInputSchema);

/** The questions of a session: registering takes no files, and what is asked of everybody must be answered. */
export const sessionQuestionsInputSchema = questionsOf(
  questionInputSchema.check(
    z.refine(({ type }) => type !== 'file', {
      path: ['type'],
      params: { code: 'invalid_choice' },
    }),
  ),
);

function questionsOf(schema: typeof questionInputSchema) {
  return z.array(schema).check(
    z.maxLength(50),
    z.refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, {
      params: { code: 'invalid_choice' },
    }),
    z.refine(
      (questions) =>
        questions.every(
          ({ showIf }, index) =>
            !showIf ||
            questions
              .slice(0, index)
              .some(({ id, type }) => id === showIf.question && type !== 'file'),
        ),
      { params: { code: 'invalid_choice' } },
    ),
  );
}
