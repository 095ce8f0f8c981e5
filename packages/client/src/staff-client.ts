import type { ModerationInput, QueryOf, Session, Submission } from '@nafida/contract';
import {
  allOperations,
  type AnswerInput,
  type AuditEntry,
  type AuthorQuestionInput,
  type Cancellation,
  type CapacityChange,
  type CapacityOutcome,
  type CheckIn,
  type Closing,
  type MergeInput,
  type Postponement,
  type SessionChanges,
  type SessionInput,
  type StaffRegistration,
} from '@nafida/contract/staff.js';
import type { CallOptions, CreateOptions, ReadOptions } from './client.js';
import { listOf, type List } from './list.js';
import { checkedOperation } from './request/all-operations.js';
import { settingsFrom, type ClientOptions } from './request/client-options.js';
import { createCall } from './request/create-call.js';
import { withHooks } from './request/run-hooks.js';

/** The agenda, those who come, and proposals after they came in, for staff; see {@link createStaffClient}. */
export interface StaffClient {
  readonly sessions: {
    /** Puts a session on the agenda. */
    create(input: SessionInput, options?: Omit<CreateOptions, 'proof'>): Promise<Session>;
    /** Changes the fields that are given. People who registered get a message about another time or place. */
    edit(session: string, changes: SessionChanges, options?: CallOptions): Promise<Session>;
    /** Cancels a session. People who registered get a message. */
    cancel(session: string, cancellation?: Cancellation, options?: CallOptions): Promise<Session>;
    /** Postpones a session, to another day or until further notice. People who registered get a message. */
    postpone(session: string, postponement?: Postponement, options?: CallOptions): Promise<Session>;
    /** Closes a session that was held, with its report. */
    close(session: string, closing: Closing, options?: CallOptions): Promise<Session>;
    /**
     * Changes the number of seats. Rejects with the problem `capacity_below_confirmed`, whose issue says how many
     * places are confirmed (`minimum`), unless `moveToWaitingList` is set.
     */
    changeCapacity(
      session: string,
      change: CapacityChange,
      options?: CallOptions,
    ): Promise<CapacityOutcome>;
  };
  readonly registrations: {
    /** Registrations of a session in the order they came. */
    list(
      session: string,
      query?: Omit<QueryOf<'listSessionRegistrations'>, 'cursor'>,
      options?: ReadOptions,
    ): List<StaffRegistration>;
    /** Lets somebody in by the code they show. Doing it twice says so and changes nothing. */
    checkIn(session: string, doorCode: string, options?: CallOptions): Promise<CheckIn>;
  };
  readonly proposals: {
    /** The proposals of citizens, oldest first. */
    list(
      query?: Omit<QueryOf<'listSubmissions'>, 'cursor'>,
      options?: ReadOptions,
    ): List<Submission>;
    /** Publishes a submission, or refuses it with a reason. */
    decide(
      reference: string,
      decision: ModerationInput,
      options?: CallOptions,
    ): Promise<Submission>;
    /** One submission with its author and the questions asked. */
    get(reference: string, options?: ReadOptions): Promise<Submission>;
    /** Asks the author something; the reply comes by the tracking code. */
    ask(
      reference: string,
      question: AuthorQuestionInput,
      options?: Omit<CreateOptions, 'proof'>,
    ): Promise<Submission>;
    /** Lets another proposal of the same consultation represent this one too. */
    merge(reference: string, merge: MergeInput, options?: CallOptions): Promise<Submission>;
    /** Answers a published proposal officially, or says that it is implemented. */
    answer(reference: string, answer: AnswerInput, options?: CallOptions): Promise<Submission>;
  };
  readonly audit: {
    /** Who did what with which proposal, the oldest entry first. */
    list(query?: Omit<QueryOf<'listAudit'>, 'cursor'>, options?: ReadOptions): List<AuditEntry>;
  };
}

/**
 * A client for staff of one site; `staffToken` is needed. Apart from `createClient`, so that pages for citizens
 * carry nothing of it.
 */
export function createStaffClient(options: ClientOptions): StaffClient {
  const settings = settingsFrom(withHooks(options));
  const { call } = createCall(settings, async (id) => checkedOperation(id, allOperations));
  const token = settings.staffToken;

  return {
    sessions: {
      create: (body, create) => call('createSession', { ...create, token, body }),
      edit: (session, body, options) =>
        call('editSession', { ...options, token, parameters: { session }, body }),
      cancel: (session, body = {}, options) =>
        call('cancelSession', { ...options, token, parameters: { session }, body }),
      postpone: (session, body = {}, options) =>
        call('postponeSession', { ...options, token, parameters: { session }, body }),
      close: (session, body, options) =>
        call('closeSession', { ...options, token, parameters: { session }, body }),
      changeCapacity: (session, body, options) =>
        call('changeCapacity', { ...options, token, parameters: { session }, body }),
    },
    registrations: {
      list: (session, query, read) =>
        listOf((cursor) =>
          call('listSessionRegistrations', {
            ...read,
            token,
            parameters: { session },
            query: { ...query, cursor },
          }),
        ),
      checkIn: (session, doorCode, options) =>
        call('checkIn', { ...options, token, parameters: { session }, body: { doorCode } }),
    },
    proposals: {
      list: (query, read) =>
        listOf((cursor) =>
          call('listSubmissions', { ...read, token, query: { ...query, cursor } }),
        ),
      decide: (submission, body, options) =>
        call('moderateSubmission', { ...options, token, parameters: { submission }, body }),
      get: (submission, read) =>
        call('getSubmission', { ...read, token, parameters: { submission } }),
      ask: (submission, body, create) =>
        call('askAuthor', { ...create, token, parameters: { submission }, body }),
      merge: (submission, body, options) =>
        call('mergeSubmission', { ...options, token, parameters: { submission }, body }),
      answer: (submission, body, options) =>
        call('answerSubmission', { ...options, token, parameters: { submission }, body }),
    },
    audit: {
      list: (query, read) =>
        listOf((cursor) => call('listAudit', { ...read, token, query: { ...query, cursor } })),
    },
  };
}
