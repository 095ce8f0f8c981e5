import { html, nothing, type TemplateResult } from 'lit';
import type { FiltersView } from './filters-template.js';
import { renderFilters } from './filters-template.js';

/** What the search and the way to the filters are drawn with. */
export interface ToolsView extends FiltersView {
  readonly q: string | null;
  readonly areFiltersOpen: boolean;
  readonly onType: (text: string) => void;
  readonly onToggleFilters: () => void;
  readonly onRemoveFilters: () => void;
}

/** The search, and the filters where they are open. */
export function renderTools(view: ToolsView): TemplateResult {
  const { messages, filters, areFiltersOpen } = view;
  return html`
    <div class="tools">
      <div class="field" part="search" role="search" aria-label=${messages.search}>
        <label class="label" part="label" for="q">${messages.search}</label>
        <p class="hint" part="hint" id="q-hint">${messages.searchHint}</p>
        <input
          class="control"
          part="control"
          id="q"
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          dir="auto"
          maxlength="200"
          aria-describedby="q-hint"
          .value=${view.q ?? ''}
          @input=${({ target }: Event) => view.onType((target as HTMLInputElement).value)}
        />
      </div>
      <div class="row">
        <button
          class="button quiet"
          part="open-filters"
          type="button"
          aria-expanded=${areFiltersOpen}
          aria-controls=${areFiltersOpen ? 'filters' : nothing}
          @click=${view.onToggleFilters}
        >
          ${messages.filters}
        </button>
        ${
          filters.axis || filters.status || filters.territory
            ? html`<button
                class="button quiet"
                part="remove-filters"
                type="button"
                @click=${view.onRemoveFilters}
              >
                ${messages.removeFilters}
              </button>`
            : nothing
        }
      </div>
      ${areFiltersOpen ? renderFilters(view) : nothing}
    </div>
  `;
}
