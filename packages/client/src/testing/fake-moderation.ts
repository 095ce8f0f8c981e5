import type { ModerationInput, OwnData, QueryOf, Receipt, Submission } from '@nafida/contract';
import type {
  answerInputSchema,
  AuditEntry,
  AuthorQuestionInput,
  MergeInput,
} from '@nafida/contract/staff.js';
import type * as z from 'zod/mini';
import type { FakeProposals, StoredProposal } from './fake-proposals.js';
import { pageOfItems } from './page-of-items.js';
import { FakeProblemError } from './fake-problem-error.js';

/** Label of the fake's one staff token. */
const staff = 'staff';

/** Decisions of staff about proposals, and later actions of their authors. Bodies have been checked. */
export class FakeModeration {
  readonly #site: string;
  readonly #proposals: FakeProposals;
  readonly #now: () => number;
  readonly #audit: AuditEntry[] = [];

  constructor(site: string, proposals: FakeProposals, now: () => number) {
    this.#site = site;
    this.#proposals = proposals;
    this.#now = now;
  }

  submission(reference: string): Submission {
    return this.#find(reference).submission;
  }

  moderate(reference: string, decision: ModerationInput): Submission {
    const proposal = this.#find(reference);
    const { submission } = proposal;
    if (submission.moderation !== 'pending') throw new FakeProblemError('already_moderated');
    if (decision.decision === 'publish') {
      this.#proposals.publish(proposal);
      this.#record(staff, 'published', submission);
    } else {
      submission.moderation = 'refused';
      this.#dropFiles(staff, submission);
      submission.refusal = { reason: decision.reason, words: decision.words ?? null };
      this.#record(staff, 'refused', submission, decision.reason);
    }
    return submission;
  }

  ask(reference: string, { text, language }: AuthorQuestionInput): Submission {
    const { submission } = this.#find(reference);
    requireCurrent(submission);
    if (submission.questions.some(({ repliedAt }) => repliedAt === null)) {
      throw new FakeProblemError('question_open');
    }
    submission.questions.push({
      id: crypto.randomUUID(),
      text,
      language,
      askedAt: this.#instant(),
      reply: null,
      repliedAt: null,
    });
    this.#record(staff, 'asked', submission);
    return submission;
  }

  merge(reference: string, { into }: MergeInput): Submission {
    const { submission } = this.#find(reference);
    if (submission.moderation === 'merged' && submission.mergedInto === into) return submission;
    requireCurrent(submission);
    const other = this.#proposals.find(into)?.submission;
    const stands = other?.moderation === 'published' || other?.moderation === 'pending';
    if (!stands || into === reference || other?.consultation !== submission.consultation) {
      throw new FakeProblemError('invalid_input', { path: 'into', code: 'invalid_choice' });
    }
    for (const each of this.#proposals.mergedInto(reference)) each.submission.mergedInto = into;
    submission.moderation = 'merged';
    submission.mergedInto = into;
    this.#record(staff, 'merged', submission, into);
    return submission;
  }

  answer(reference: string, { status, text }: z.output<typeof answerInputSchema>): Submission {
    const { submission } = this.#find(reference);
    if (submission.moderation !== 'published') throw new FakeProblemError('not_published');
    const isTakenBack = status === 'not_answered';
    if (isTakenBack && text) {
      throw new FakeProblemError('invalid_input', { path: 'text', code: 'unknown_field' });
    }
    const given = text && (JSON.parse(JSON.stringify(text)) as typeof text);
    const kept = isTakenBack ? null : (given ?? submission.answer?.text ?? null);
    if (!kept && !isTakenBack && status !== 'evaluating') {
      throw new FakeProblemError('invalid_input', { path: 'text', code: 'required' });
    }
    const isSame = JSON.stringify(kept) === JSON.stringify(submission.answer?.text ?? null);
    if (isSame && status === submission.status) return submission;
    submission.status = status;
    if (!isSame) {
      submission.answer = kept && {
        text: kept,
        answeredAt: this.#instant(),
      };
    }
    this.#record(staff, 'answered', submission, status);
    return submission;
  }

  audit(query: QueryOf<'listAudit'>) {
    const { proposal } = query;
    const places = new Map(this.#audit.map((entry, at) => [entry, String(at).padStart(9, '0')]));
    return pageOfItems(
      this.#audit.filter((entry) => proposal === undefined || entry.proposal === proposal),
      {
        list: `${this.#site} audit`,
        query,
        keyOf: (entry) => places.get(entry)!,
        order: 'ascending',
      },
    );
  }

  ownData(trackingCode: string): OwnData {
    const { submission, privacyHash } = this.#proposals.byCode(trackingCode);
    return {
      receipt: this.#proposals.receipt(trackingCode),
      author: submission.author,
      answers: submission.answers,
      answerFiles: submission.answerFiles,
      consent: { privacyHash, acceptedAt: new Date(submission.receivedAt).toISOString() },
      messages: [],
    };
  }

  reply(trackingCode: string, id: string, { text, language }: AuthorQuestionInput): Receipt {
    const { submission } = this.#proposals.byCode(trackingCode);
    const question = submission.questions.find((each) => each.id === id);
    if (!question) throw new FakeProblemError('not_found');
    const { reply } = question;
    if (reply && (reply.text !== text || reply.language !== language)) {
      throw new FakeProblemError('already_replied');
    }
    if (!reply) {
      if (submission.moderation === 'withdrawn') throw new FakeProblemError('proposal_withdrawn');
      question.reply = { text, language };
      question.repliedAt = this.#instant();
      this.#record(null, 'replied', submission);
    }
    return this.#proposals.receipt(trackingCode);
  }

  withdraw(trackingCode: string): Receipt {
    const { submission } = this.#proposals.byCode(trackingCode);
    if (submission.moderation !== 'withdrawn') {
      submission.moderation = 'withdrawn';
      submission.status = 'withdrawn';
      submission.answers = {};
      this.#dropFiles(null, submission);
      submission.author = null;
      this.#record(null, 'withdrawn', submission);
    }
    return this.#proposals.receipt(trackingCode);
  }

  /** Puts on record that files came with a proposal. */
  filesAdded(reference: string, count: number): void {
    if (count > 0) this.#record(null, 'files_added', this.submission(reference), String(count));
  }

  #dropFiles(by: string | null, submission: Submission): void {
    const count = submission.attachments.length + submission.answerFiles.length;
    submission.attachments = [];
    submission.answerFiles = [];
    if (count > 0) this.#record(by, 'files_removed', submission, String(count));
  }

  #find(reference: string): StoredProposal {
    const found = this.#proposals.find(reference);
    if (!found) throw new FakeProblemError('not_found');
    return found;
  }

  #record(
    by: string | null,
    action: AuditEntry['action'],
    { reference }: Submission,
    detail: string | null = null,
  ): void {
    const id = crypto.randomUUID();
    this.#audit.push({ id, at: this.#instant(), by, action, proposal: reference, detail });
  }

  #instant(): string {
    return new Date(this.#now()).toISOString();
  }
}

function requireCurrent({ moderation }: Submission): void {
  if (moderation !== 'pending' && moderation !== 'published') {
    throw new FakeProblemError('already_moderated');
  }
}
