// The physical limit: twelve windowed rows in Lit, no accessible names, no theming, no data of its own.
import { css, html, LitElement } from 'lit';

const rowHeight = 32;

class FloorPicker extends LitElement {
  static properties = {
    places: { attribute: false },
    open: { state: true },
    query: { state: true },
    top: { state: true },
  };
  static styles = css`
    :host {
      display: block;
      position: relative;
    }
    input {
      box-sizing: border-box;
      width: 100%;
      height: 40px;
    }
    .list {
      position: absolute;
      inset-inline: 0;
      height: 384px;
      overflow: auto;
      contain: strict;
      background: #fff;
      border: 1px solid;
    }
    .all {
      position: relative;
    }
    .row {
      position: absolute;
      inset-inline: 0;
      height: 32px;
      overflow: hidden;
      white-space: nowrap;
    }
  `;
  constructor() {
    super();
    this.places = [];
    this.query = '';
    this.top = 0;
    this.open = false;
  }
  willUpdate(changed) {
    if (changed.has('places')) this.keys = this.places.map(({ label }) => label.toLowerCase());
    if (changed.has('places') || changed.has('query')) {
      this.found = this.query
        ? this.places.filter((_, index) => this.keys[index].includes(this.query))
        : this.places;
    }
  }
  render() {
    const first = Math.floor(this.top / rowHeight);
    const row = ({ label }, index) =>
      html`<div class="row" role="option" style="top: ${(first + index) * rowHeight}px">
        ${label}
      </div>`;
    return html`<input
        @focus=${() => (this.open = true)}
        @input=${(event) => {
          this.query = event.target.value.toLowerCase();
          this.top = 0;
        }}
      />
      ${
        this.open
          ? html`<div
              class="list"
              role="listbox"
              @scroll=${(event) => (this.top = event.target.scrollTop)}
            >
              <div class="all" style="height: ${this.found.length * rowHeight}px">
                ${this.found.slice(first, first + 12).map(row)}
              </div>
            </div>`
          : ''
      }`;
  }
}
customElements.define('floor-picker', FloorPicker);

let picker;
window.contender = {
  mount(container, places) {
    picker = document.createElement('floor-picker');
    picker.places = places;
    container.append(picker);
    return picker.updateComplete;
  },
  ready: () => picker.getBoundingClientRect().height > 10,
  target: () => picker.shadowRoot.querySelector('input'),
  rows: () => picker.shadowRoot.querySelectorAll('.row'),
};
