import {
  deviceSecretPattern,
  hasWords,
  nearEnough,
  proposalContent,
  proposalTable,
  searchWords,
  tableLimit,
  titleNearness,
  writtenLanguage,
  type BodyOf,
  type Proposal,
  type ProposalAttachment,
  type ProposalInput,
  type ProposalOrder,
  type ProposalSession,
  type QueryOf,
  type Receipt,
  type ReceiptKeys,
  type Site,
  type Submission,
  type Support,
} from '@nafida/contract';
import { likeness, nearlyTheSame, wordsOfProposal } from '@nafida/contract/staff.js';
import type { FakeAttachments } from './fake-attachments.js';
import { isCode, newCode } from './fake-codes.js';
import type { FakeConsultations } from './fake-consultations.js';
import { FakeReceiptKeys } from './fake-receipt-keys.js';
import { pageOfItems } from './page-of-items.js';
import { FakeProblemError } from './fake-problem-error.js';
import { isWithin } from './territory-codes.js';

/** A proposal in the fake. */
export interface StoredProposal {
  readonly submission: Submission;
  readonly trackingCode: string;
  /** Order of arrival, as text that sorts. */
  readonly order: string;
  /** Place of its group in the queue. */
  readonly groupOrder: string;
  readonly privacyHash: string;
  publishedAt: string | undefined;
  publishedOrder: string;
  /** Secrets of the devices that support it. */
  readonly supporters: Set<string>;
}

/** A file of a proposal, and the name it is downloaded under. */
export interface FakeFile {
  readonly proposal: StoredProposal;
  readonly attachment: ProposalAttachment;
  readonly name: string;
  /** It answers a question: the public never sees it. */
  readonly isAnswer: boolean;
}

/** The proposals that were sent: their receipts, what is published of them, what staff see. */
export class FakeProposals {
  readonly #site: Site;
  readonly #consultations: FakeConsultations;
  readonly #attachments: FakeAttachments;
  readonly #now: () => number;
  readonly #sessionOf: (id: string) => ProposalSession | undefined;
  readonly #stored: StoredProposal[] = [];
  readonly #keys: FakeReceiptKeys;
  #events = 0;

  constructor(
    site: Site,
    consultations: FakeConsultations,
    attachments: FakeAttachments,
    now: () => number,
    sessionOf: (id: string) => ProposalSession | undefined,
  ) {
    this.#site = site;
    this.#sessionOf = sessionOf;
    this.#attachments = attachments;
    this.#consultations = consultations;
    this.#now = now;
    this.#keys = new FakeReceiptKeys(site.id, now);
  }

  /** The file that is downloaded at `path`. */
  fileAt(path: string): FakeFile | undefined {
    for (const proposal of this.#stored) {
      const { attachments, answerFiles, reference } = proposal.submission;
      const files = [...attachments, ...answerFiles];
      const at = files.findIndex((each) => each.path === path);
      const attachment = files[at];
      const name = `${reference}-${at + 1}`;
      if (attachment) return { proposal, attachment, name, isAnswer: at >= attachments.length };
    }
    return undefined;
  }

  async create(input: BodyOf<'createProposal'>): Promise<Receipt> {
    const answers = this.#consultations.check(input, (id) => this.#sessionOf(id) !== undefined);
    const { consultation, axis, language, author } = input;
    const files = this.#attachments.take(consultation, input.attachments ?? [], language);
    const attachments = files.flatMap(({ question, attachment }) =>
      question === undefined ? [attachment] : [],
    );
    const answerFiles = files.flatMap(({ question, attachment }) =>
      question === undefined ? [] : [{ question, ...attachment }],
    );
    const content = {
      consultation,
      axis,
      territory: input.territory ?? null,
      title: { text: input.title, language: writtenLanguage(input.title, language) },
      body: { text: input.body, language: writtenLanguage(input.body, language) },
      attachments,
      session: this.#session(input.session),
    };
    const order = this.#nextEvent();
    const first = this.#nearlyTheSame(input);
    const receivedAt = new Date(this.#now()).toISOString();
    const contentHash = await sha256(proposalContent(content));
    const submission: Submission = {
      reference: `P-${order}`,
      receivedAt,
      contentHash,
      signature: await this.#keys.sign({ reference: `P-${order}`, receivedAt, contentHash }),
      trackingCode: null,
      moderation: 'pending',
      refusal: null,
      status: 'not_answered',
      answer: null,
      questions: [],
      mergedInto: null,
      channel: 'web',
      collectedOn: null,
      ...content,
      group: first?.submission.group ?? `P-${order}`,
      ...{ answers, answerFiles },
      author: author
        ? {
            name: author.name ?? null,
            nameVisible: author.nameVisible ?? false,
            email: author.email ?? null,
            phone: author.phone ?? null,
          }
        : null,
    };
    const trackingCode = newCode(12);
    this.#stored.push({
      submission,
      trackingCode,
      order,
      groupOrder: first?.submission.moderation === 'pending' ? first.groupOrder : order,
      privacyHash: input.consent.privacyHash,
      publishedAt: undefined,
      publishedOrder: '',
      supporters: new Set(),
    });
    return { ...structuredClone(receiptOf(submission)), trackingCode };
  }

  list(query: QueryOf<'listProposals'>) {
    const { sort } = query;
    const page = pageOfItems(this.#chosen(query), {
      list: `${this.#site.id} proposals`,
      query,
      keyOf: (proposal) => keyIn(proposal, sort),
      order: 'descending',
    });
    return { ...page, items: page.items.map(published) };
  }

  table({ separator, ...query }: QueryOf<'getProposalTable'>): string {
    const newest = this.#chosen(query).sort((a, b) => (keyIn(a) < keyIn(b) ? 1 : -1));
    return proposalTable(newest.slice(0, tableLimit).map(published), separator);
  }

  similar({ title, consultation }: QueryOf<'listSimilarProposals'>) {
    const near = this.#chosen({ consultation })
      .map((each) => ({ each, nearness: titleNearness(title, each.submission.title.text) }))
      .filter(({ nearness }) => nearness >= nearEnough)
      .sort((a, b) => b.nearness - a.nearness);
    return { items: near.slice(0, 5).map(({ each }) => published(each)) };
  }

  isSupported(reference: string, secret: string): boolean {
    return this.#supportable(reference, secret).supporters.has(secret);
  }

  support(reference: string, secret: string): Support {
    const { supporters } = this.#supportable(reference, secret);
    supporters.add(secret);
    return { reference, supports: supporters.size, supported: true };
  }

  withdrawSupport(reference: string, secret: string): Support {
    const { supporters } = this.#supportable(reference, secret);
    supporters.delete(secret);
    return { reference, supports: supporters.size, supported: false };
  }

  published(reference: string): Proposal {
    return published(this.#publicOne(reference));
  }

  isPublished(reference: string): boolean {
    return this.find(reference)?.submission.moderation === 'published';
  }

  receiptKeys(): Promise<ReceiptKeys> {
    return this.#keys.shown();
  }

  receipt(trackingCode: string): Receipt {
    const { submission } = this.byCode(trackingCode);
    const receipt = structuredClone(receiptOf(submission));
    const other = submission.mergedInto === null ? undefined : this.find(submission.mergedInto);
    if (submission.moderation !== 'merged' || !other?.publishedAt) return receipt;
    return { ...receipt, status: other.submission.status, answer: other.submission.answer };
  }

  find(reference: string): StoredProposal | undefined {
    return this.#stored.find(({ submission }) => submission.reference === reference);
  }

  /** Throws `unauthorized`. */
  byCode(trackingCode: string): StoredProposal {
    const found = this.#stored.find((each) => isCode(each.trackingCode, trackingCode));
    if (!found) throw new FakeProblemError('unauthorized');
    return found;
  }

  /** Proposals that `reference` represents too. */
  mergedInto(reference: string): StoredProposal[] {
    return this.#stored.filter(({ submission }) => submission.mergedInto === reference);
  }

  listSubmissions(query: QueryOf<'listSubmissions'>) {
    const { moderation } = query;
    const page = pageOfItems(
      this.#stored.filter(
        ({ submission }) => moderation === undefined || submission.moderation === moderation,
      ),
      {
        list: `${this.#site.id} submissions`,
        query,
        keyOf: ({ groupOrder, order }) => `${groupOrder} ${order}`,
        order: 'ascending',
      },
    );
    return { ...page, items: page.items.map(({ submission }) => submission) };
  }

  publish(proposal: StoredProposal): void {
    proposal.submission.moderation = 'published';
    proposal.publishedAt = new Date(this.#now()).toISOString();
    proposal.publishedOrder = this.#nextEvent();
  }

  #session(id: string | undefined): ProposalSession | null {
    return id === undefined ? null : (this.#sessionOf(id) ?? null);
  }

  #nearlyTheSame({ consultation, title, body }: ProposalInput): StoredProposal | undefined {
    const words = wordsOfProposal(title, body);
    const alike = this.#stored.filter(
      ({ submission }) =>
        submission.consultation === consultation &&
        submission.moderation !== 'withdrawn' &&
        submission.group === submission.reference &&
        likeness(words, wordsOfProposal(submission.title.text, submission.body.text)) >=
          nearlyTheSame,
    );
    return alike[0];
  }

  #publicOne(reference: string): StoredProposal {
    const found = this.find(reference);
    if (found?.submission.moderation === 'published') return found;
    const wasPublic = found?.submission.moderation === 'withdrawn' && found.publishedAt;
    throw new FakeProblemError(wasPublic ? 'proposal_withdrawn' : 'not_found');
  }

  #supportable(reference: string, secret: string): StoredProposal {
    if (!deviceSecretPattern.test(secret)) throw new FakeProblemError('unauthorized');
    const found = this.find(reference);
    if (found?.submission.moderation !== 'published') throw new FakeProblemError('not_found');
    return found;
  }

  #chosen({
    consultation,
    axis,
    session,
    territory,
    status,
    q,
  }: QueryOf<'getProposalTable'>): StoredProposal[] {
    const asked = searchWords(q ?? '');
    return this.#stored.filter(
      ({ submission }) =>
        submission.moderation === 'published' &&
        (consultation === undefined || submission.consultation === consultation) &&
        (axis === undefined || submission.axis === axis) &&
        (session === undefined || submission.session?.id === session) &&
        (territory === undefined ||
          (submission.territory !== null && isWithin(submission.territory.code, territory))) &&
        (status === undefined || submission.status === status) &&
        hasWords(searchWords(`${submission.title.text}\n${submission.body.text}`), asked),
    );
  }

  #nextEvent() {
    this.#events += 1;
    return String(this.#events).padStart(9, '0');
  }
}

function receiptOf({
  author: _author,
  group: _group,
  answers: _answers,
  ...receipt
}: Submission): Receipt {
  return receipt;
}

/** The place of a proposal in an order, as text that sorts. */
function keyIn(
  { submission, publishedOrder, supporters }: StoredProposal,
  sort: ProposalOrder = 'recent',
) {
  if (sort === 'answered') return `${submission.answer?.answeredAt ?? ''} ${publishedOrder}`;
  const supports = String(supporters.size).padStart(9, '0');
  return sort === 'supported' ? `${supports} ${publishedOrder}` : publishedOrder;
}

function published({ submission, publishedAt, supporters }: StoredProposal): Proposal {
  const { reference, consultation, axis, territory, title, body, author, status } = submission;
  const { attachments, session } = submission;
  return {
    reference,
    consultation,
    axis,
    territory,
    title,
    body,
    ...{ attachments, session },
    author: author?.nameVisible ? author.name : null,
    channel: submission.channel,
    collectedOn: null,
    status,
    supports: supporters.size,
    answer: submission.answer,
    publishedAt: publishedAt!,
  };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
