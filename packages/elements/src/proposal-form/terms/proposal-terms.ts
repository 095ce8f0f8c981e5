import type { Client, ReadOptions } from '@nafida/client';
import type { Consultation, Site } from '@nafida/contract';
import { maySend, readSendingSite } from '../../submission/sending-site.js';
import type { Drafts } from '../content/draft.js';
import type { ProposalContent } from '../content/proposal-content.js';
import type { PlaceChoice } from './proposal-place.js';
import { placeChoiceOf } from './proposal-place.js';

/** The lookup of places, which weighs more than the form: loaded where somebody names one. */
export const loadPlaceLookup = (): Promise<typeof import('./place-lookup.js')> =>
  import('./place-lookup.js');

/** What a form is about. */
export interface FormSubject {
  readonly client: Client;
  /** Id of the only consultation to offer; empty for all that are open. */
  readonly consultation: string;
  /** Id of the axis that the page has settled; empty for none. */
  readonly axis: string;
  /** HCP code, of 2024 or 2014, of the place that the page has settled; empty for none. */
  readonly territory: string;
  /** HCP code of the territory that places are offered in; empty for the consultation's. */
  readonly within: string;
  /** Id of the session that proposals come from; empty for none. */
  readonly session: string;
  /** Where the drafts for a site are kept; undefined for nowhere. */
  readonly drafts: ((site: Site) => Drafts) | undefined;
  /** Ends the reading. */
  readonly signal: AbortSignal;
}

/** The place that the page has settled, if it is one. */
interface SettledPlace {
  readonly code: string;
  readonly isAmong: (choice: PlaceChoice) => boolean;
}

/**
 * What site and page ask of a proposal: the privacy notice, the consultations on offer, and the fields that the page
 * has settled. Never changes; what was read again is another one.
 */
export class ProposalTerms {
  readonly site: Site;
  /** What can be chosen: the open ones; where none is, the others, so that the form can say when. */
  readonly consultations: readonly Consultation[];
  readonly #subject: FormSubject;
  readonly #settledPlace: SettledPlace | undefined;

  private constructor(
    subject: FormSubject,
    site: Site,
    consultations: readonly Consultation[],
    settledPlace: SettledPlace | undefined,
  ) {
    const open = consultations.filter(({ status }) => status === 'open');
    this.site = site;
    this.consultations = open.length > 0 ? open : consultations;
    this.#subject = subject;
    this.#settledPlace = settledPlace;
  }

  /** Read with `options`; default: until the subject's signal ends it. Rejects with the client's errors. */
  static async read(
    subject: FormSubject,
    options: ReadOptions = { signal: subject.signal },
  ): Promise<ProposalTerms> {
    const [site, consultations, settledPlace] = await Promise.all([
      readSendingSite(subject.client, options),
      readConsultations(subject, options),
      subject.territory ? settledPlaceOf(subject.territory) : undefined,
    ]);
    return new ProposalTerms(subject, site, consultations, settledPlace);
  }

  /** Whether the site takes what this page sends. */
  get maySend(): boolean {
    return maySend(this.#subject.client, this.site);
  }

  /** The consultation that `content` is for, or would be for where there is no choice. */
  consultationOf(content: ProposalContent): Consultation | undefined {
    const { consultations } = this;
    const chosen = consultations.find(({ id }) => id === content.consultation);
    return chosen ?? (consultations.length === 1 ? consultations[0] : undefined);
  }

  /** The places that may be named; null where none is asked. */
  placeChoiceOf(consultation: Consultation): PlaceChoice | null {
    return placeChoiceOf(consultation, this.#subject.within);
  }

  /** Whether the page has settled a field, with a value that the consultation takes. */
  isSettled(field: 'axis' | 'territory', consultation: Consultation): boolean {
    return field === 'axis'
      ? consultation.axes.some(({ id }) => id === this.#subject.axis)
      : this.#settledCode(consultation) !== undefined;
  }

  /** `content` with what the page has settled, and with what there is no choice about. */
  completed(content: ProposalContent): ProposalContent {
    const consultation = this.consultationOf(content);
    const axes = consultation?.axes ?? [];
    const [only] = axes.length === 1 ? axes : [];
    const axis = [this.#subject.axis, content.axis, only?.id].find((wanted) =>
      axes.some(({ id }) => id === wanted),
    );
    return {
      ...content,
      consultation: consultation?.id ?? '',
      axis: axis ?? '',
      territory: (consultation && this.#settledCode(consultation)) ?? content.territory,
    };
  }

  /** The place that the page has settled, where it is among those that `consultation` asks for. */
  #settledCode(consultation: Consultation): string | undefined {
    const choice = this.placeChoiceOf(consultation);
    const place = this.#settledPlace;
    return choice && place?.isAmong(choice) ? place.code : undefined;
  }
}

async function readConsultations(
  { client, consultation }: FormSubject,
  options: ReadOptions,
): Promise<readonly Consultation[]> {
  if (consultation) return [await client.consultations.get(consultation, options)];
  return (await client.consultations.list({}, options).page()).items;
}

async function settledPlaceOf(code: string): Promise<SettledPlace | undefined> {
  try {
    const { findPlace, isAmong } = await loadPlaceLookup();
    const place = await findPlace(code);
    return place && { code: place.code, isAmong: (choice) => isAmong(choice, place) };
  } catch {
    // Without the lookup the person chooses.
    return undefined;
  }
}
