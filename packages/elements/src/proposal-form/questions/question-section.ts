import type { Consultation, Question } from '@nafida/contract';
import { shownQuestions } from '@nafida/contract';
import type { LitElement } from 'lit';
import { nothing } from 'lit';
import type { Catalogues } from '../../foundation/locale/catalogue.js';
import { addStyles } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import { PlaceQuestions } from '../../submission/questions/place-questions.js';
import { renderUnloaded, type QuestionsView } from '../../submission/questions/question-parts.js';
import { renderQuestions } from '../../submission/questions/question-template.js';
import type { QuestionMessages } from '../../submission/questions/question-messages.js';
import { questions as questionStyles } from '../../submission/questions/questions.styles.js';
import { answersOf } from '../../submission/questions/typed-answers.js';
import type { FormView } from '../form/form-view.js';
import type { AttachmentsSection } from '../attachments/attachments-section.js';
import type { ProposalIssue } from '../submit/proposal-issues.js';

/** The words around the questions, by language. */
export const catalogues: Catalogues<QuestionMessages> = {
  ar: async () => ({
    messages: (await import('../../submission/questions/question-messages.ar.js')).questionMessages,
  }),
  fr: async () => ({
    messages: (await import('../../submission/questions/question-messages.fr.js')).questionMessages,
  }),
  en: async () => ({
    messages: (await import('../../submission/questions/question-messages.en.js')).questionMessages,
  }),
};

/** What asks for the files that answer a question; undefined until it is loaded. */
export interface FileQuestions {
  readonly attachments: AttachmentsSection | undefined;
  /** Undefined unless it could not be loaded. */
  readonly onRetryAttachments: (() => void) | undefined;
}

/** The questions that a consultation asks beside title and text. Loaded with the first consultation that asks any. */
export class QuestionSection {
  readonly #locale: LocaleController<QuestionMessages>;

  readonly #places: PlaceQuestions;

  constructor(host: LitElement) {
    this.#places = new PlaceQuestions(host);
    this.#locale = new LocaleController(host, catalogues);
    addStyles(host, [questionStyles]);
  }

  /** The questions to ask now, after the answers given so far. `files` asks for those that answer one. */
  render(view: FormView, { questions }: Consultation, files: FileQuestions): unknown {
    const messages = this.#locale.messages;
    if (!messages) return nothing;
    const { form, locale, errorOf } = view;
    const { attachments, onRetryAttachments } = files;
    const { answers } = form.content;
    const asked: QuestionsView = {
      questions: shownQuestions(questions, answersOf(questions, answers)),
      typed: answers,
      locale,
      messages,
      isSending: form.sending.isSending,
      places: this.#places,
      errorOf: ({ id }) => errorOf(`answers.${id}`),
      renderFiles: (question) =>
        onRetryAttachments
          ? renderUnloaded(asked, question, onRetryAttachments)
          : attachments?.renderQuestion(view, question, errorOf(`answers.${question.id}`)),
      onAnswer: (question, answer) => form.answer(question, answer),
    };
    return renderQuestions(asked);
  }

  /** What is wrong with an answer, and what to do. */
  issueText({ field, ...issue }: ProposalIssue, questions: readonly Question[]): string {
    const question = questions.find(({ id }) => field === `answers.${id}`);
    return (question && this.#locale.messages?.issue(question.type, issue)) ?? '';
  }
}
