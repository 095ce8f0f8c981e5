// The physical limit: a month grid in Lit, events sorted into days once, no keyboard, no names, no theming.
import { css, html, LitElement } from 'lit';

const dayMilliseconds = 86_400_000;

class FloorCalendar extends LitElement {
  static properties = { events: { attribute: false }, month: { state: true } };
  static styles = css`
    .grid {
      display: grid;
      grid-template-columns: repeat(7, 1fr);
    }
    .day {
      min-width: 0;
      min-height: 90px;
      border: 1px solid #ccc;
    }
    .event {
      overflow: hidden;
      white-space: nowrap;
      font-size: 12px;
    }
  `;
  willUpdate(changed) {
    if (changed.has('events'))
      this.days = Map.groupBy(this.events, ({ start }) => start.slice(0, 10));
  }
  render() {
    const first = new Date(Date.UTC(2026, this.month, 1));
    const origin = first.getTime() - ((first.getUTCDay() + 6) % 7) * dayMilliseconds;
    const days = Array.from({ length: 42 }, (_, index) =>
      new Date(origin + index * dayMilliseconds).toISOString().slice(0, 10),
    );
    const event = ({ start, title }) =>
      html`<div class="event">${start.slice(11, 16)} ${title}</div>`;
    return html`<button @click=${() => this.month++}>›</button>
      <div class="grid">
        ${days.map((day) => html`<div class="day">${day.slice(8)}${this.days.get(day)?.map(event)}</div>`)}
      </div>`;
  }
}
customElements.define('floor-calendar', FloorCalendar);

let calendar;
window.contender = {
  mount(container, { date, events }) {
    calendar = document.createElement('floor-calendar');
    calendar.month = Number(date.slice(5, 7)) - 1;
    calendar.events = events;
    container.append(calendar);
    return calendar.updateComplete;
  },
  next: () => calendar.shadowRoot.querySelector('button').click(),
  rows: () => calendar.shadowRoot.querySelectorAll('.event'),
};
