import '@nafida/client/reads/registrations.js';
import '@nafida/client/reads/site.js';
import type { Client } from '@nafida/client';
import type { Registration, Session } from '@nafida/contract';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dispatchError } from '../../foundation/errors/error-event.js';
import { errorReasonOf } from '../../foundation/errors/error-reason.js';
import { addStyles, LazyModule } from '../../foundation/loading/lazy-module.js';
import { LocaleController } from '../../foundation/locale/locale-controller.js';
import { renderOtherWay } from '../../submission/contact-template.js';
import { focusErrorSummary } from '../../submission/error-summary-template.js';
import { printAlone } from '../../submission/print-alone.js';
import type { renderQrCode } from '../../submission/qr-code.js';
import { renderCodeForm } from '../../submission/lookup/code-form-template.js';
import type { CodeLookup } from '../../submission/lookup/code-lookup.js';
import { placeIssuesIn } from '../../submission/questions/place-issues.js';
import { PlaceQuestions } from '../../submission/questions/place-questions.js';
import { questions } from '../../submission/questions/questions.styles.js';
import type { CalendarContext } from '../view/calendar-context.js';
import { renderAgendaError, renderSkeleton } from '../view/calendar-states.js';
import {
  RegistrationCancelEvent,
  RegistrationSubmitEvent,
  RegistrationSuccessEvent,
} from './registration-events.js';
import { openKinds, seatsOf } from '../session/session-state.js';
import { issueText } from './code-text.js';
import { FormController } from './form-controller.js';
import { renderForm } from './form-template.js';
import type { MessagePromise } from './held-registration.js';
import { HeldRegistration } from './held-registration.js';
import type { RegistrationMessages } from './messages.js';
import { registrationCatalogues } from './catalogues.js';
import { registrationLookup } from './registration-lookup.js';
import { renderEarlier, renderResult } from './result-template.js';

/** What the section needs from the calendar. */
export interface RegistrationSectionOptions {
  readonly client: () => Client | undefined;
  /** Seats were taken or given back, or turned out to be other than shown. */
  readonly onSeatsChanged: () => void;
  readonly findSession: (id: string) => Promise<Session> | undefined;
  readonly onShowSession: (id: string) => void;
  /** Address of the `.ics` of a session. */
  readonly calendarUrl: (id: string) => string;
  /** Has something read out. */
  readonly say: (text: string) => void;
}

/**
 * Registering for sessions: the form, its result, and registrations opened with their code. Draws into the
 * calendar that holds it. What is typed, and the codes that come back, live in memory and nowhere else.
 */
export class RegistrationSection implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RegistrationSectionOptions;
  readonly #locale: LocaleController<RegistrationMessages>;
  readonly #form: FormController;
  readonly #lookup: CodeLookup<HeldRegistration>;
  readonly #places: PlaceQuestions;
  /** Registrations made here, by session, the latest first. None is forgotten before the page is left. */
  readonly #made = new Map<string, HeldRegistration[]>();
  readonly #qrCode: LazyModule<typeof renderQrCode>;
  #openFor: string | undefined;
  #ending = new AbortController();

  constructor(host: LitElement, options: RegistrationSectionOptions) {
    this.#host = host;
    this.#places = new PlaceQuestions(host);
    this.#options = options;
    const { client, findSession } = options;
    const onChange = () => host.requestUpdate();
    const onError = (error: unknown) => dispatchError(host, error, 'registration');
    this.#form = new FormController({
      client,
      language: () => this.#locale.locale,
      onChange,
      onError: (error) => {
        onError(error);
        options.onSeatsChanged();
      },
      mayBeSent: (session, input) =>
        host.dispatchEvent(new RegistrationSubmitEvent(session, input)),
      onRegistered: (session, registration, messages) =>
        this.#keep(session, registration, messages),
    });
    this.#lookup = registrationLookup({
      client,
      signal: () => this.#ending.signal,
      findSession,
      onChange: () => {
        if (this.#lookup.found) this.#qrCode.prepare();
        onChange();
      },
      onError,
    });
    this.#locale = new LocaleController(host, registrationCatalogues);
    this.#qrCode = new LazyModule(
      host,
      async () => (await import('../../submission/qr-code.js')).renderQrCode,
    );
    addStyles(host, [questions]);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
  }

  /** Opens the form for a session. */
  open(session: string): void {
    this.#openFor = session;
    this.#form.begin(session);
    this.#host.requestUpdate();
    // Ahead of the code it draws: the line may be gone by then.
    this.#qrCode.prepare();
    void Promise.all([this.#form.loadSite(), this.#locale.ready]).then(() =>
      this.#focus('#form-title'),
    );
  }

  /** The person goes back to the calendar. */
  close(): void {
    this.#openFor = undefined;
    this.#form.leave();
    this.#lookup.close();
  }

  /** Looks whether what is shown of a registration still holds. */
  async refresh(): Promise<void> {
    const { signal } = this.#ending;
    const shown = [this.#lookup.found, ...[...this.#made.values()].flat()].filter(
      (held) => held !== undefined && held.registration.status !== 'cancelled',
    );
    await Promise.all(shown.map((held) => held!.refresh(signal)));
  }

  /** Whether the page of `session` shows more than the button that opens the form. */
  isOpenFor(session: string): boolean {
    return this.#openFor === session || this.#made.has(session);
  }

  /** Whether {@link renderFor} shows a registration that holds: it says there how to put the session into a calendar. */
  hasReceipt(session: string): boolean {
    const [latest] = this.#made.get(session) ?? [];
    return this.#openFor !== session && !!latest?.isActive;
  }

  /** The form for `session`, or its result with `addToCalendar`, the ways to add it to a calendar of one's own. */
  renderFor(
    context: CalendarContext,
    session: Session,
    addToCalendar: TemplateResult | undefined,
  ): TemplateResult {
    const { messages } = this.#locale;
    if (!messages) return renderSkeleton(context, 1);
    const [latest, ...earlier] = this.#made.get(session.id) ?? [];
    const isOpen = this.#openFor === session.id;
    return html`
      ${
        isOpen || !latest
          ? this.#renderForm(context, messages, session)
          : renderResult({
              context,
              messages,
              ...this.#resultTools(latest),
              addToCalendar,
              onShowSession: null,
              onAnother: () => this.open(session.id),
            })
      }
      ${renderEarlier(messages, isOpen && latest ? [latest, ...earlier] : earlier)}
    `;
  }

  /** The page that opens a registration with its code. */
  renderCodes(context: CalendarContext): TemplateResult {
    const { messages } = this.#locale;
    if (!messages) return renderSkeleton(context, 1);
    const { found: held } = this.#lookup;
    if (!held) return this.#renderCodeForm(context, messages);
    return renderResult({
      context,
      messages,
      ...this.#resultTools(held),
      addToCalendar: undefined,
      onShowSession: () => this.#options.onShowSession(held.registration.session),
      onAnother: null,
    });
  }

  #renderCodeForm(context: CalendarContext, messages: RegistrationMessages) {
    const { issue, isLooking } = this.#lookup;
    return renderCodeForm(this.#lookup, {
      title: messages.manageTitle,
      isTitleHidden: false,
      headingLevel: context.headingLevel,
      label: messages.manageLabel,
      hint: messages.manageHint,
      open: isLooking ? messages.manageOpening : messages.manageOpen,
      error: issue ? issueText(context, messages, issue) : '',
      onOpen: () => void this.#lookup.open(),
    });
  }

  #resultTools(held: HeldRegistration) {
    const { say, calendarUrl } = this.#options;
    return {
      held,
      qrCode: this.#qrCode,
      calendarFile: calendarUrl(held.registration.session),
      onSay: say,
      onPrint: () => printAlone(this.#host),
      onCancel: () => void this.#cancel(held),
    };
  }

  async #send(session: Session): Promise<void> {
    await this.#form.send(session, placeIssuesIn(this.#host.renderRoot));
    if (this.#form.issues.length > 0) await focusErrorSummary(this.#host);
  }

  #keep(session: Session, registration: Registration, messages: MessagePromise): void {
    const client = this.#options.client()!;
    const code = registration.manageToken ?? '';
    const held = { code, isNew: true, messages, session, registration };
    const made = new HeldRegistration(client, held, () => this.#host.requestUpdate());
    this.#made.set(session.id, [made, ...(this.#made.get(session.id) ?? [])]);
    this.#openFor = undefined;
    this.#qrCode.prepare();
    const { status, position } = registration;
    this.#host.dispatchEvent(new RegistrationSuccessEvent({ session, status, position }));
    this.#options.onSeatsChanged();
    void this.#focus('#result-title');
  }

  async #cancel(held: HeldRegistration): Promise<void> {
    if (!(await held.cancel())) return;
    this.#host.dispatchEvent(new RegistrationCancelEvent(held.registration.session));
    this.#options.onSeatsChanged();
    void this.#focus('#result-title');
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #renderForm(context: CalendarContext, messages: RegistrationMessages, session: Session) {
    const seats = seatsOf(session, context.now);
    if (!openKinds.has(seats.kind)) {
      const { failed } = this.#form;
      // Registration closed while the form was open: the words about that must not go with it.
      return failed
        ? html`<p class="error">${messages.sendingError(failed.reason, failed.retryAfter)}</p>`
        : nothing;
    }
    if (this.#form.siteError) {
      const reason = errorReasonOf(this.#form.siteError);
      const retry = () => void this.#form.loadSite();
      const inPage = { ...context, headingLevel: context.headingLevel + 1 };
      return renderAgendaError(inPage, messages.formFailed, reason, retry);
    }
    if (!this.#form.site) return renderSkeleton(context, 2);
    if (!this.#form.maySend) {
      return html`
        <p class="notice" part="notice">${messages.cannotSend}</p>
        ${renderOtherWay(this.#form.site, context.locale)}
      `;
    }
    if (!this.#form.site.privacy) return html`<p class="notice">${messages.noPrivacy}</p>`;
    return renderForm({
      context,
      messages,
      form: this.#form,
      session,
      isWaiting: seats.kind === 'full',
      places: this.#places,
      onSend: () => void this.#send(session),
      onGo: (field) => void this.#focus(`#${CSS.escape(`field-${field}`)}`),
    });
  }
}
