import type { FieldIssue, Question } from '@nafida/contract';

/** What is wrong with an answer. */
type AnswerIssue = Omit<FieldIssue, 'path'>;

/** The words around the questions that staff wrote. */
export interface QuestionMessages {
  readonly optional: string;
  readonly yes: string;
  readonly no: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** Under a question that asks for a place, where staff wrote no hint. */
  readonly placeHint: string;
  /** A question that could not be loaded. */
  readonly failed: string;
  readonly retry: string;
  readonly issue: (type: Question['type'], issue: AnswerIssue) => string;
}
