import type { Axis, Consultation, Proposal, ProposalSession } from '@nafida/contract';
import { textIn } from '@nafida/contract/reads.js';
import { homeZone } from '@nafida/contract/civil-time.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { wallTimeOf } from '../foundation/locale/wall-time.js';
import { formatDay } from '../foundation/locale/date-format.js';
import type { Locale } from '../foundation/locale/locale.js';
import { writeHash } from '../foundation/page/page-hash.js';
import { written } from '../foundation/locale/written-text.js';
import type { PlaceNames } from './place-names.js';
import type { PublishedMessages } from './published-messages.js';

/** What the facts of a proposal are said with. */
export interface FactsView {
  readonly messages: PublishedMessages;
  readonly locale: Locale;
  readonly consultations: readonly Consultation[];
  readonly places: PlaceNames;
  /** Address of the page with the agenda; null where the page names none. */
  readonly sessionPage: string | null;
}

/** The axis of a proposal, when its consultation is known. */
function axisOf(
  consultations: readonly Consultation[],
  { consultation, axis }: Pick<Proposal, 'consultation' | 'axis'>,
): Axis | undefined {
  const { axes = [] } = consultations.find(({ id }) => id === consultation) ?? {};
  return axes.find(({ id }) => id === axis);
}

/** The state of a proposal as a badge. */
export function renderStatus({ messages }: FactsView, { status }: Proposal): TemplateResult {
  return html`<span class="status ${status}" part="status ${status}"
    >${messages.statuses[status]}</span
  >`;
}

/** Where, about what and when, and how it came where that was another way than most. */
export function renderFacts(view: FactsView, proposal: Proposal): TemplateResult {
  const { messages, locale, consultations, places } = view;
  const axis = axisOf(consultations, proposal);
  const place = proposal.territory && places.nameOf(proposal.territory.code, locale);
  const channel = messages.channels[proposal.channel];
  // The day on which it appeared in Morocco, also for readers elsewhere.
  const day = formatDay(locale, wallTimeOf(proposal.publishedAt, homeZone), {
    weekday: false,
  });
  const facts: (TemplateResult | string)[] = [];
  if (axis) facts.push(html`${written(textIn(axis.title, locale))}`);
  if (place) facts.push(written(place));
  else if (proposal.territory && places.areComing) facts.push(html`<span class="coming"></span>`);
  facts.push(messages.publishedOn(day));
  if (channel) facts.push(html`<span class="channel" part="channel">${channel}</span>`);
  return html`
    <ul class="facts points" part="facts">
      ${facts.map((fact) => html`<li>${fact}</li>`)}
      ${proposal.author ? html`<li><bdi>${proposal.author}</bdi></li>` : nothing}
      ${proposal.session ? renderSession(view, proposal.session) : nothing}
    </ul>
  `;
}

/** The session that it comes from; its name leads to it where the page says where the agenda is. */
function renderSession(
  { messages, locale, sessionPage }: FactsView,
  { id, title, startDate }: ProposalSession,
) {
  const name = written(textIn(title, locale));
  const [year, month, day] = startDate.split('-').map(Number);
  const when = formatDay(locale, { year: year!, month: month!, day: day! }, { weekday: false });
  return html`
    <li part="session">
      ${messages.collectedAt}
      ${sessionPage === null ? name : html`<a href=${addressOf(sessionPage, id)}>${name}</a>`}
      (${when})
    </li>
  `;
}

/** Where the calendar of a page that remembers by its address shows a session. */
function addressOf(page: string, session: string): string {
  const at = page.indexOf('#');
  const [path, hash] = at < 0 ? [page, ''] : [page.slice(0, at), page.slice(at)];
  return path + (writeHash(hash, { session }) ?? `#nafida-session=${encodeURIComponent(session)}`);
}
