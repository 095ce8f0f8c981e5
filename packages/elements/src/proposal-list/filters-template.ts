import type { Axis, Consultation, Locale } from '@nafida/contract';
import { proposalStatuses } from '@nafida/contract/proposal-terms.js';
import { textIn } from '@nafida/contract/reads.js';
import { html, nothing, type TemplateResult } from 'lit';
import { placeParts } from '../foundation/nested-parts.js';
import type { RegionChangeEvent } from '../region-picker/region-picker-events.js';
import type { ProposalListMessages } from './messages.js';

/** The filters of the list that a person chose; empty where they chose none. */
export interface Filters {
  readonly axis: string;
  readonly status: string;
  readonly territory: string;
}

/** What the filters are drawn with. */
export interface FiltersView {
  readonly messages: ProposalListMessages;
  readonly locale: Locale;
  readonly axes: readonly Axis[];
  /** Territory that the page keeps to. */
  readonly within: string | null;
  readonly filters: Filters;
  readonly onFilter: (changes: Partial<Filters>) => void;
}

/** The axes of the consultations, each once. */
export function axesOf(consultations: readonly Consultation[], only: string | null): Axis[] {
  const axes = consultations
    .filter(({ id }) => !only || id === only)
    .flatMap((consultation) => consultation.axes);
  return axes.filter(({ id }, at) => axes.findIndex((axis) => axis.id === id) === at);
}

/** Choices by axis, state and place. */
export function renderFilters(view: FiltersView): TemplateResult {
  const { messages, locale, axes, within, filters, onFilter } = view;
  const options = axes.map(({ id, title }) => [id, textIn(title, locale).text] as const);
  return html`
    <div class="filters" part="filters" id="filters">
      ${renderChoice('axis', messages.axis, messages.allAxes, options, view)}
      ${renderChoice(
        'status',
        messages.status,
        messages.allStatuses,
        proposalStatuses.map((status) => [status, messages.statuses[status]] as const),
        view,
      )}
      <nafida-region-picker
        class="place"
        part="place"
        exportparts=${placeParts}
        lang=${locale}
        within=${within ?? nothing}
        label=${messages.place}
        .value=${filters.territory}
        @nafida-region-change=${(event: RegionChangeEvent) => {
          event.stopPropagation();
          onFilter({ territory: event.detail.place?.code ?? '' });
        }}
      ></nafida-region-picker>
    </div>
  `;
}

function renderChoice(
  name: 'axis' | 'status',
  label: string,
  all: string,
  options: readonly (readonly [value: string, text: string])[],
  { filters, onFilter }: FiltersView,
) {
  const value = filters[name];
  return html`
    <div class="field">
      <label class="label" part="label" for=${name}>${label}</label>
      <select
        class="control"
        part="control"
        id=${name}
        @change=${({ target }: Event) => onFilter({ [name]: (target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${value === ''}>${all}</option>
        ${options.map(
          ([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`,
        )}
      </select>
    </div>
  `;
}
