import type { Consultation } from '@nafida/contract';
import { homeZone } from '@nafida/contract/civil-time.js';
import { html, type TemplateResult } from 'lit';
import { civilMomentOf, formatDay } from '../foundation/locale/date-format.js';
import type { Locale } from '../foundation/locale/locale.js';
import { renderOtherWay } from '../submission/contact-template.js';
import { renderFormHeading, renderSubject } from './form-template.js';
import type { FormView } from './form/form-view.js';
import type { ProposalFormMessages } from './form/messages.js';

/** What stands in the place of the form while it is loading: of about its height, so that little moves. */
export function renderSkeleton(messages: ProposalFormMessages): TemplateResult {
  return html`<div class="bones whole" part="skeleton" aria-busy="true">
    <p class="visually-hidden">${messages.loading}</p>
    <span></span><span></span><span></span><span></span><span></span>
  </div>`;
}

/** Why nothing can be sent here now; empty when it can. */
export function unavailableBecause({ form, messages, locale }: FormView): string {
  if (form.terms && !form.terms.maySend) return messages.cannotSend;
  const [first] = form.consultations;
  if (!first) return messages.noConsultation;
  if (first.status === 'upcoming') return messages.notOpen(dayOf(first.opensAt, locale));
  if (first.status === 'closed') return messages.closed(dayOf(first.closesAt, locale));
  return form.site?.privacy ? '' : messages.noPrivacy;
}

/** What the consultation is about and why nothing can be sent to it, with what the page offers instead. */
export function renderUnavailable(view: FormView, why: string): TemplateResult {
  const { form, locale } = view;
  const first: Consultation | undefined = form.consultations[0];
  return html`
    <div class="form">
      ${first ? renderSubject(view, first) : renderFormHeading(view)}
      <p class="notice" part="notice">${why}</p>
      ${form.terms?.maySend === false ? renderOtherWay(form.site, locale) : html`<slot></slot>`}
    </div>
  `;
}

function dayOf(instant: string | null, locale: Locale): string | null {
  return instant && formatDay(locale, civilMomentOf(instant, homeZone));
}
