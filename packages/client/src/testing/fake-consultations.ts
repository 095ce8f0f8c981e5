import {
  checkAnswers,
  graphemeCount,
  type Answers,
  type Consultation,
  type FieldIssue,
  type ProposalInput,
  type QueryOf,
  type Site,
  type TerritoryLevel,
  type TerritoryReference,
} from '@nafida/contract';
import { pageOfItems } from './page-of-items.js';
import { FakeProblemError } from './fake-problem-error.js';
import { answerPlaceIssues, isWithin, reaches } from './territory-codes.js';

/** Consultations, and what they ask of a proposal. */
export class FakeConsultations {
  readonly #site: Site;
  readonly #all: readonly Consultation[];
  readonly #now: () => number;

  constructor(site: Site, all: readonly Consultation[], now: () => number) {
    this.#site = site;
    this.#all = all;
    this.#now = now;
  }

  list(query: QueryOf<'listConsultations'>) {
    const rank = ({ status }: Consultation) => ['open', 'upcoming', 'closed'].indexOf(status);
    return pageOfItems(
      this.#all.map((each) => this.#withStatus(each)),
      {
        list: `${this.#site.id} consultations`,
        query,
        keyOf: (each) => `${rank(each)} ${each.id}`,
        order: 'ascending',
      },
    );
  }

  get(id: string): Consultation {
    const found = this.#all.find((each) => each.id === id);
    if (!found) throw new FakeProblemError('not_found');
    return this.#withStatus(found);
  }

  /** Throws the problem of a create that comes too early or too late. */
  open(id: string): Consultation {
    const found = this.#all.find((each) => each.id === id);
    if (!found) {
      throw new FakeProblemError('invalid_input', { path: 'consultation', code: 'invalid_choice' });
    }
    const consultation = this.#withStatus(found);
    if (consultation.status === 'upcoming') throw new FakeProblemError('consultation_not_open');
    if (consultation.status === 'closed') throw new FakeProblemError('consultation_closed');
    return consultation;
  }

  /** The answers to the consultation's questions in `input`. Throws a problem if they are not valid. */
  check(
    { consultation: id, axis, territory, title, body, consent, ...input }: ProposalInput,
    isSession: (id: string) => boolean,
  ): Answers {
    const known = this.#all.find((each) => each.id === id);
    if (!known) {
      throw new FakeProblemError('invalid_input', { path: 'consultation', code: 'invalid_choice' });
    }
    const { status, axes, policy, questions } = this.#withStatus(known);
    const answers = checkAnswers(questions, input.answers, input.attachments);
    const issues: FieldIssue[] = [
      ...(axes.some((each) => each.id === axis)
        ? []
        : [{ path: 'axis', code: 'invalid_choice' } as const]),
      ...lengthIssues('title', title, policy.title),
      ...lengthIssues('body', body, policy.body),
      ...territoryIssues(territory, known),
      ...(answers.ok ? answerPlaceIssues(questions, answers.value) : answers.issues),
      ...countIssues(
        (input.attachments ?? []).filter(({ question }) => question === undefined).length,
        policy.attachments?.count ?? 0,
      ),
    ];
    if (!answers.ok || issues.length > 0) throw new FakeProblemError('invalid_input', ...issues);
    if (input.session !== undefined && !isSession(input.session)) {
      throw new FakeProblemError('invalid_input', { path: 'session', code: 'invalid_choice' });
    }
    if (status === 'upcoming') throw new FakeProblemError('consultation_not_open');
    if (status === 'closed') throw new FakeProblemError('consultation_closed');
    if (consent.privacyHash !== this.#site.privacy?.hash)
      throw new FakeProblemError('consent_outdated');
    return answers.value;
  }

  #withStatus(consultation: Consultation): Consultation {
    const { opensAt, closesAt } = consultation;
    if (opensAt && Date.parse(opensAt) > this.#now())
      return { ...consultation, status: 'upcoming' };
    if (closesAt && Date.parse(closesAt) <= this.#now())
      return { ...consultation, status: 'closed' };
    return consultation;
  }
}

function countIssues(count: number, maximum: number): FieldIssue[] {
  return count > maximum ? [{ path: 'attachments', code: 'too_large', maximum }] : [];
}

function lengthIssues(
  path: string,
  text: string,
  { min, max }: { min: number; max: number },
): FieldIssue[] {
  const length = graphemeCount(text);
  if (length < min) return [{ path, code: 'too_short', minimum: min }];
  if (length > max) return [{ path, code: 'too_long', maximum: max }];
  return [];
}

// Whether a well-formed code names a real place is beyond this fake: it knows the form of codes only.
function territoryIssues(
  territory: TerritoryReference | undefined,
  { territory: whole, policy }: Consultation,
): FieldIssue[] {
  const level = policy.territoryLevel as TerritoryLevel | null;
  if (!territory) return level ? [{ path: 'territory', code: 'required' }] : [];
  if (!isWithin(territory.code, whole.code)) {
    return [{ path: 'territory', code: 'territory_outside_site' }];
  }
  return level && !reaches(territory.code, level)
    ? [{ path: 'territory', code: 'territory_level' }]
    : [];
}
