import type {
  Attachment,
  AttachmentInput,
  Consultation,
  Locale,
  ModerationInput,
  OwnData,
  Proposal,
  ProposalInput,
  ProvenOperation,
  QueryOf,
  Receipt,
  ReceiptKeys,
  Registration,
  RegistrationInput,
  ReplyInput,
  Session,
  Site,
  Submission,
  Support,
} from '@nafida/contract';
import { listOf, type List } from './list.js';
import { settingsFrom, type CoreOptions } from './request/client-options.js';
import { createCall } from './request/create-call.js';
import { readOf } from './request/find-operation.js';
import { prepare } from './request/prepare.js';

/** Options of every call. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Options of a read. Reads that are the same and under way together are one request and one (shared) answer. */
export interface ReadOptions extends CallOptions {
  /** Ask the server even if the browser has a fresh copy, for example after an own change. */
  readonly fresh?: boolean;
}

/** Options of a create. */
export interface CreateOptions extends CallOptions {
  /**
   * Names this create through all its tries: the same key and content take effect once, however often sent.
   * Made by the client when absent, and then found on the error when the create fails.
   */
  readonly idempotencyKey?: string;
  /**
   * A proof of work from {@link Client.challenges}, made ahead so that sending is quick. Made now when absent,
   * and once more when the server finds it too old or used.
   */
  readonly proof?: string;
}

/** Query of a list, without what {@link List} takes care of. `limit` is the length of a page, 1 to 100. */
export type ListQuery<
  Id extends 'listConsultations' | 'listProposals' | 'listSessions' | 'listSubmissions',
> = Omit<QueryOf<Id>, 'cursor'>;

/** The sessions of a feed; see the `getSessionFeed` operation. */
export type FeedQuery = Omit<QueryOf<'getSessionFeed'>, 'lang'>;

/** How the address of a calendar is written. */
export interface CalendarUrlOptions {
  /** Language of its texts; default: the client's `locale`, or else the site's first language. */
  readonly lang?: Locale;
  /** `webcal:` in place of `https:`, at which devices open their calendar and offer to subscribe. */
  readonly webcal?: boolean;
}

/** A typed client of one site on one server; see {@link createClient}. */
export interface Client {
  /** The server, without a slash at the end, and the name of the site. */
  readonly service: { readonly baseUrl: string; readonly site: string };
  readonly site: {
    /** The site with its languages and privacy notice. */
    get(options?: ReadOptions): Promise<Site>;
  };
  readonly consultations: {
    /** Open ones first. */
    list(query?: ListQuery<'listConsultations'>, options?: ReadOptions): List<Consultation>;
    /** One consultation with its axes. */
    get(consultation: string, options?: ReadOptions): Promise<Consultation>;
  };
  readonly proposals: {
    /** Sends a proposal. The receipt's `trackingCode` is given this once: show it, keep it. */
    create(input: ProposalInput, options?: CreateOptions): Promise<Receipt>;
    /** Published proposals, newest first. */
    list(query?: ListQuery<'listProposals'>, options?: ReadOptions): List<Proposal>;
    /** One published proposal by its reference. */
    get(reference: string, options?: ReadOptions): Promise<Proposal>;
    /** Up to five published proposals about the same as `title`, nearest first. */
    similar(
      title: string,
      query?: Pick<QueryOf<'listSimilarProposals'>, 'consultation'>,
      options?: ReadOptions,
    ): Promise<Proposal[]>;
    /** Supports a published proposal, once per device: an indication, no vote. See `createDeviceSecret`. */
    support(
      reference: string,
      deviceSecret: string,
      options?: Omit<CreateOptions, 'idempotencyKey'>,
    ): Promise<Support>;
    /** Takes the support of a device back. Doing it twice changes nothing more. */
    withdrawSupport(
      reference: string,
      deviceSecret: string,
      options?: CallOptions,
    ): Promise<Support>;
    /** Address of published proposals as open data. Throws `InputError`. */
    dataUrl(format: 'csv' | 'json', query?: QueryOf<'getProposalTable'>): string;
  };
  /** Photos and documents on their way; `uploadAttachment` of `@nafida/client/attachments.js` does all of it. */
  readonly attachments: {
    /** Announces a file. The `token` is given this once. */
    create(input: AttachmentInput, options?: CreateOptions): Promise<Attachment>;
    /** Sends bytes from `offset` on, 256 KiB at most. Doing it twice changes nothing. */
    append(
      token: string,
      offset: number,
      bytes: Uint8Array<ArrayBuffer>,
      options?: CallOptions,
    ): Promise<Attachment>;
    /** How much of a file has arrived. */
    get(token: string, options?: CallOptions): Promise<Attachment>;
  };
  readonly receipts: {
    /** The receipt of a proposal, by its tracking code. */
    get(trackingCode: string, options?: ReadOptions): Promise<Receipt>;
    /** Public keys of the site, for `verifyReceipt` of `@nafida/client/receipt.js`. */
    keys(options?: ReadOptions): Promise<ReceiptKeys>;
    /** Everything that is stored about a proposal and its author. */
    ownData(trackingCode: string, options?: ReadOptions): Promise<OwnData>;
    /** Replies to a question of staff, once; `question` is its id on the receipt. */
    reply(
      trackingCode: string,
      question: string,
      input: ReplyInput,
      options?: CallOptions,
    ): Promise<Receipt>;
    /** Withdraws a proposal: the public sees it no more. Doing it twice changes nothing. */
    withdraw(trackingCode: string, options?: CallOptions): Promise<Receipt>;
  };
  readonly sessions: {
    /** Sessions that touch the days `from` to `to` (civil dates, both included), earliest first. */
    list(query?: ListQuery<'listSessions'>, options?: ReadOptions): List<Session>;
    /** One session. */
    get(session: string, options?: ReadOptions): Promise<Session>;
    /**
     * Address of a calendar (iCalendar) to subscribe to, with the sessions that `query` chooses; without days,
     * from a month ago on. Throws `InputError`.
     */
    feedUrl(query?: FeedQuery, options?: CalendarUrlOptions): string;
    /** Address of one session as a calendar entry. Throws `InputError`. */
    calendarUrl(session: string, options?: CalendarUrlOptions): string;
    /** Takes a seat, or a place on the waiting list. `manageToken` is given this once: show it, keep it. */
    register(
      session: string,
      input: RegistrationInput,
      options?: CreateOptions,
    ): Promise<Registration>;
  };
  readonly registrations: {
    /** The current state of a registration. */
    get(manageToken: string, options?: ReadOptions): Promise<Registration>;
    /** Gives the seat back. Doing it twice changes nothing more. */
    cancel(manageToken: string, options?: CallOptions): Promise<Registration>;
  };
  readonly challenges: {
    /**
     * Asks for a challenge and solves it in the background, in short slices that leave the page free: about a
     * second on a laptop. The result is the `proof` of one create.
     */
    solve(operation: ProvenOperation, options?: CallOptions): Promise<string>;
  };
  /**
   * For staff: needs `staffToken`.
   *
   * @deprecated Use `proposals` of `createStaffClient`, which does the same.
   */
  readonly moderation: {
    /** The proposals of citizens, oldest first. */
    list(query?: ListQuery<'listSubmissions'>, options?: ReadOptions): List<Submission>;
    /** Publishes a submission, or refuses it with a reason. */
    decide(
      reference: string,
      decision: ModerationInput,
      options?: CallOptions,
    ): Promise<Submission>;
  };
}

/**
 * A client of `site` on the server at `baseUrl`, for browsers and Node 20 or newer. It sends no cookies, checks
 * what it sends and what it gets against the protocol, and tries again on its own wherever that is safe.
 * Rejections are errors that `isNafidaError` knows, or the reason of an aborted signal.
 */
export function createClient(options: CoreOptions): Client {
  const settings = settingsFrom(options);
  const { call, solve } = createCall(settings);
  const { staffToken } = settings;
  const calendarUrl = (
    id: 'getSessionFeed' | 'getSessionCalendar',
    request: { query?: FeedQuery; parameters?: { session: string } },
    { lang = settings.locale, webcal = false }: CalendarUrlOptions = {},
  ) => {
    const query = { ...request.query, lang };
    const { url } = prepare(settings, readOf(id)!, { ...request, query });
    return webcal ? url.replace(/^https?:/, 'webcal:') : url;
  };

  return {
    service: { baseUrl: settings.baseUrl, site: settings.site },
    site: {
      get: (read) => call('getSite', read),
    },
    consultations: {
      list: (query, read) =>
        listOf((cursor) => call('listConsultations', { ...read, query: { ...query, cursor } })),
      get: (consultation, read) =>
        call('getConsultation', { ...read, parameters: { consultation } }),
    },
    proposals: {
      create: (body, create) => call('createProposal', { ...create, body }),
      list: (query, read) =>
        listOf((cursor) => call('listProposals', { ...read, query: { ...query, cursor } })),
      get: (proposal, read) => call('getProposal', { ...read, parameters: { proposal } }),
      similar: async (title, query, read) => {
        const near = await call('listSimilarProposals', { ...read, query: { ...query, title } });
        return near.items;
      },
      support: (proposal, token, create) =>
        call('supportProposal', { ...create, parameters: { proposal }, token }),
      withdrawSupport: (proposal, token, options) =>
        call('withdrawSupport', { ...options, parameters: { proposal }, token }),
      dataUrl: (format, query = {}) => {
        const read = readOf(format === 'csv' ? 'getProposalTable' : 'listProposals');
        return prepare(settings, read!, { query }).url;
      },
    },
    attachments: {
      create: (body, create) => call('createAttachment', { ...create, body }),
      append: (token, offset, body, options) =>
        call('appendAttachment', { ...options, token, query: { offset }, body }),
      get: (token, options) => call('getAttachment', { ...options, token }),
    },
    receipts: {
      get: (token, read) => call('getReceipt', { ...read, token }),
      keys: (read) => call('getReceiptKeys', read),
      ownData: (token, read) => call('getOwnData', { ...read, token }),
      reply: (token, question, body, options) =>
        call('replyToQuestion', { ...options, token, parameters: { question }, body }),
      withdraw: (token, options) => call('withdrawProposal', { ...options, token }),
    },
    sessions: {
      list: (query, read) =>
        listOf((cursor) => call('listSessions', { ...read, query: { ...query, cursor } })),
      get: (session, read) => call('getSession', { ...read, parameters: { session } }),
      feedUrl: (query = {}, options) => calendarUrl('getSessionFeed', { query }, options),
      calendarUrl: (session, options) =>
        calendarUrl('getSessionCalendar', { parameters: { session } }, options),
      register: (session, body, create) =>
        call('createRegistration', { ...create, parameters: { session }, body }),
    },
    registrations: {
      get: (token, read) => call('getRegistration', { ...read, token }),
      cancel: (token, options) => call('cancelRegistration', { ...options, token }),
    },
    challenges: {
      solve,
    },
    moderation: {
      list: (query, read) =>
        listOf((cursor) =>
          call('listSubmissions', { ...read, token: staffToken, query: { ...query, cursor } }),
        ),
      decide: (submission, body, options) =>
        call('moderateSubmission', {
          ...options,
          token: staffToken,
          parameters: { submission },
          body,
        }),
    },
  };
}
