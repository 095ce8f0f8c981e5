import {
  idempotencyKeyHeader,
  idempotencyKeySchema,
  idempotencyReplayedHeader,
  proofHeader,
  queryOf,
  requestIdHeader,
  validate,
  type Consultation,
  type OperationId,
  type Operations,
  type ProvenOperation,
  type QueryOf,
  type ResponseOf,
  type Session,
  type Site,
} from '@nafida/contract';
import type * as z from 'zod/mini';
import { FakeAttachments } from './fake-attachments.js';
import {
  bearerOf,
  bytesOf,
  jsonBodyOf,
  preflightAnswer,
  problemAnswer,
  readableByAll,
  routesAt,
  wellDone,
  type Route,
} from './fake-http.js';
import { FakeModeration } from './fake-moderation.js';
import { FakeProofs, type FakeProofCost } from './fake-proofs.js';
import { FakeConsultations } from './fake-consultations.js';
import { FakeProposals, type FakeFile } from './fake-proposals.js';
import { FakeRegistrations } from './fake-registrations.js';
import { FakeReplays } from './fake-replays.js';
import { FakeSeats } from './fake-seats.js';
import { FakeSessions } from './fake-sessions.js';
import { FakeStaff } from './fake-staff.js';
import { simulateError, type SimulatedError } from './simulated-error.js';
import { FakeProblemError } from './fake-problem-error.js';
import {
  sampleConsultation,
  sampleSessionRegistration,
  sampleSession,
  sampleSite,
} from './samples.js';

/** The initial contents of a fake server; each part has a default. */
export interface FakeServerOptions {
  /** Default: {@link sampleSite}. */
  readonly site?: Site;
  /** Default: one {@link sampleConsultation}. */
  readonly consultations?: readonly Consultation[];
  /** Default: one {@link sampleSession} with ten seats. */
  readonly sessions?: readonly Session[];
  /** Origins whose pages may send to the site; default: any. Requests without an origin are always served. */
  readonly origins?: readonly string[];
  /** The cost of a create; default: almost nothing. */
  readonly proof?: Partial<FakeProofCost>;
  /** The server's clock, in milliseconds since 1970; default: the machine's. */
  readonly now?: () => number;
}

/** A participation server in memory; see {@link createFakeServer}. */
export interface FakeServer {
  /** Hand it to `createClient`. */
  readonly fetch: typeof globalThis.fetch;
  readonly baseUrl: string;
  /** Name of its one site. */
  readonly site: string;
  /** Opens `client.moderation` and the staff client. */
  readonly staffToken: string;
  /** Every request so far, in order, those that ended in a simulated error included. */
  readonly requests: readonly Request[];
  /** False: no request reaches it until it is true again. Its contents stay. */
  reachable: boolean;
  /** The next requests end in these errors, one each. */
  failNext(...errors: SimulatedError[]): void;
}

/**
 * A participation server in memory, for tests and demonstrations without a server: same checks, same problems,
 * same waiting lists as the real one, proved by the same conformance suite. Three things it cannot know: whether
 * a well-formed territory code names a real place, limits by address, and what is in a file beyond its first bytes.
 */
export function createFakeServer(options: FakeServerOptions = {}): FakeServer {
  const {
    site = sampleSite(),
    consultations: offered = [sampleConsultation()],
    sessions = [sampleSession({ registration: sampleSessionRegistration(10) })],
    origins,
    proof,
    now = Date.now,
  } = options;
  const proofs = new FakeProofs(now, proof);
  const replays = new FakeReplays();
  const attachments = new FakeAttachments(site.id, now);
  const consultations = new FakeConsultations(site, offered, now);
  const proposals = new FakeProposals(site, consultations, attachments, now, (id) => {
    const session = meetings.find(id);
    return session && { id, title: session.title, startDate: session.startDate };
  });
  const moderation = new FakeModeration(site.id, proposals, now);
  const seats = new FakeSeats(now);
  const meetings: FakeSessions = new FakeSessions(site, sessions, seats, now, (reference) =>
    proposals.isPublished(reference),
  );
  const registrations = new FakeRegistrations(site, meetings, seats);
  const staff = new FakeStaff(site, meetings, seats);
  const staffToken = crypto.randomUUID();
  const errors: SimulatedError[] = [];
  const requests: Request[] = [];

  const effects: {
    [Id in OperationId]: (received: Received<Id>) => ResponseOf<Id> | Promise<ResponseOf<Id>>;
  } = {
    getSite: () => ({ ...site, ...(origins && { origins: [...origins] }) }),
    listConsultations: ({ query }) => consultations.list(query),
    getConsultation: ({ parameter }) => consultations.get(parameter),
    createChallenge: ({ body }) => proofs.challenge(site.id, body.operation),
    createAttachment: ({ body }) => {
      const { policy, questions } = consultations.open(body.consultation);
      if (body.question === undefined) return attachments.create(body, policy.attachments);
      const asked = questions.find(({ id, type }) => id === body.question && type === 'file');
      if (asked) return attachments.create(body, asked.files ?? null);
      throw new FakeProblemError('invalid_input', { path: 'question', code: 'invalid_choice' });
    },
    appendAttachment: ({ token, query, body }) => attachments.append(token, query.offset, body),
    getAttachment: ({ token }) => attachments.state(token),
    createProposal: async ({ body }) => {
      const receipt = await proposals.create(body);
      moderation.filesAdded(receipt.reference, body.attachments?.length ?? 0);
      return receipt;
    },
    listProposals: ({ query }) => proposals.list(query),
    getProposalTable: ({ query }) => proposals.table(query),
    listSimilarProposals: ({ query }) => proposals.similar(query),
    getProposal: ({ parameter }) => proposals.published(parameter),
    supportProposal: ({ parameter, token }) => proposals.support(parameter, token),
    withdrawSupport: ({ parameter, token }) => proposals.withdrawSupport(parameter, token),
    getReceipt: ({ token }) => proposals.receipt(token),
    listSessions: ({ query }) => meetings.list(query),
    getSessionFeed: ({ query }) => meetings.feed(query),
    getSessionCalendar: ({ parameter, query }) => meetings.calendar(parameter, query),
    getSession: ({ parameter }) => meetings.session(parameter),
    createRegistration: ({ parameter, body }) => registrations.register(parameter, body),
    getRegistration: ({ token }) => registrations.registration(token),
    cancelRegistration: ({ token }) => registrations.cancel(token),
    listSubmissions: ({ query }) => proposals.listSubmissions(query),
    moderateSubmission: ({ parameter, body }) => moderation.moderate(parameter, body),
    getSubmission: ({ parameter }) => moderation.submission(parameter),
    askAuthor: ({ parameter, body }) => moderation.ask(parameter, body),
    mergeSubmission: ({ parameter, body }) => moderation.merge(parameter, body),
    answerSubmission: ({ parameter, body }) => moderation.answer(parameter, body),
    listAudit: ({ query }) => moderation.audit(query),
    getReceiptKeys: () => proposals.receiptKeys(),
    getOwnData: ({ token }) => moderation.ownData(token),
    replyToQuestion: ({ parameter, token, body }) => moderation.reply(token, parameter, body),
    withdrawProposal: ({ token }) => moderation.withdraw(token),
    createSession: ({ body }) => staff.create(body),
    editSession: ({ parameter, body }) => staff.edit(parameter, body),
    cancelSession: ({ parameter, body }) => staff.cancel(parameter, body),
    postponeSession: ({ parameter, body }) => staff.postpone(parameter, body),
    closeSession: ({ parameter, body }) => staff.close(parameter, body),
    changeCapacity: ({ parameter, body }) => staff.changeCapacity(parameter, body),
    listSessionRegistrations: ({ parameter, query }) => staff.list(parameter, query),
    checkIn: ({ parameter, body }) => staff.checkIn(parameter, body.doorCode),
  };

  const namedAnswer = (request: Request, number: number) => async () => {
    const response = await answer(request);
    response.headers.set(requestIdHeader, `request-${number}`);
    return response;
  };

  async function answer(request: Request): Promise<Response> {
    try {
      const { pathname } = new URL(request.url);
      const file = proposals.fileAt(pathname);
      if (file) return download(file, request);
      const routes = routesAt(pathname);
      const methods = [...new Set(routes.map(({ operation }) => operation.method))].join(', ');
      const [first] = routes;
      if (!first) throw new FakeProblemError('not_found');
      if (first.parameters['site'] !== site.id) throw new FakeProblemError('unknown_site');
      if (request.method === 'OPTIONS') return preflightAnswer(methods);
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const route = routes.find(({ operation }) => operation.method === method);
      if (!route) {
        const error = new FakeProblemError('method_not_allowed');
        return problemAnswer(error, { ...readableByAll, Allow: methods });
      }
      const origin = request.headers.get('Origin');
      const mayUse = origin === null || origins === undefined || origins.includes(origin);
      if (route.operation.cache === 'private' && !mayUse)
        throw new FakeProblemError('origin_not_allowed');
      const { value, headers } = await perform(route, request);
      return await wellDone(request, route.operation, value, { ...readableByAll, ...headers });
    } catch (error) {
      if (error instanceof FakeProblemError) return problemAnswer(error, readableByAll);
      throw error;
    }
  }

  function download(
    { proposal, attachment, name, isAnswer }: FakeFile,
    request: Request,
  ): Response {
    const isPublic = proposal.submission.moderation === 'published' && !isAnswer;
    if (!isPublic) {
      if (!request.headers.has('Authorization')) throw new FakeProblemError('not_found');
      const token = bearerOf(request);
      if (token !== staffToken && token !== proposal.trackingCode)
        throw new FakeProblemError('unauthorized');
    }
    return attachments.download(attachment, name, isPublic);
  }

  async function perform({ id, operation, parameters }: Route, request: Request) {
    const query = checked(operation.query, queryOf(operation, new URL(request.url).searchParams));
    const token = operation.authentication === 'none' ? '' : bearerOf(request);
    if (operation.authentication === 'staff_token' && token !== staffToken) {
      throw new FakeProblemError('unauthorized');
    }
    const key = request.headers.get(idempotencyKeyHeader);
    if (operation.idempotencyKey && !validate(idempotencyKeySchema, key).ok) {
      throw new FakeProblemError('idempotency_key_missing');
    }
    const proof = request.headers.get(proofHeader);
    if (operation.proof && operation.idempotencyKey && !replays.knows(`${id} ${key}`)) {
      await proofs.check(site.id, id as ProvenOperation, proof);
    }
    const readBody = operation.bodyType ? bytesOf : jsonBodyOf;
    const json = operation.body ? await readBody(request) : undefined;
    const body = operation.body ? checked(operation.body, json) : undefined;
    const { site: _site, ...rest } = parameters;
    const [parameter = ''] = Object.values(rest);
    const effect = effects[id] as (received: Received<OperationId>) => unknown;
    const run = async () => effect({ parameter, query, body, token } as Received<OperationId>);
    const runProven = async () => {
      const isRepeated = id === 'supportProposal' && proposals.isSupported(parameter, token);
      if (!operation.proof || isRepeated) return run();
      const release = await proofs.claim(site.id, id as ProvenOperation, proof);
      try {
        return await run();
      } catch (error) {
        release();
        throw error;
      }
    };
    if (!operation.idempotencyKey) return { value: await runProven(), headers: {} };

    const content = JSON.stringify([parameter, body]);
    const { answer, replayed } = await replays.once(`${id} ${key}`, content, runProven);
    const headers: Record<string, string> = replayed ? { [idempotencyReplayedHeader]: 'true' } : {};
    return { value: answer, headers };
  }

  const server: FakeServer = {
    baseUrl: 'https://nafida.test',
    site: site.id,
    staffToken,
    requests,
    reachable: true,
    failNext: (...next) => void errors.push(...next),
    async fetch(input, init) {
      // The signal stays out of it: what has reached a server goes on when the page leaves.
      const { signal, ...rest } = init ?? {};
      const request = new Request(input, rest);
      signal?.throwIfAborted();
      requests.push(request.clone());
      const named = namedAnswer(request, requests.length);
      const error = server.reachable ? errors.shift() : 'unreachable';
      const outcome = error ? simulateError(error, named) : named();
      return untilAborted(outcome, signal);
    },
  };
  return server;
}

type CheckedBodyOf<Id extends OperationId> = Operations[Id] extends {
  body: infer Body extends z.ZodMiniType;
}
  ? z.output<Body>
  : never;

interface Received<Id extends OperationId> {
  /** The only parameter of the path besides the site. */
  readonly parameter: string;
  readonly query: QueryOf<Id>;
  /** Checked and in normal form. */
  readonly body: CheckedBodyOf<Id>;
  readonly token: string;
}

function checked(schema: Parameters<typeof validate>[0], value: unknown): unknown {
  const result = validate(schema, value);
  if (!result.ok) throw new FakeProblemError('invalid_input', ...result.issues);
  return result.value;
}

function untilAborted(outcome: Promise<Response>, signal: AbortSignal | null | undefined) {
  if (!signal) return outcome;
  return new Promise<Response>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    outcome.then(resolve, reject);
  });
}
