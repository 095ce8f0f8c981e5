import 'temporal-polyfill/global';
import { createCalendar, createViewList, createViewMonthGrid } from '@schedule-x/calendar';
import '@schedule-x/theme-default/dist/index.css';

const zoned = (text) => Temporal.PlainDateTime.from(text).toZonedDateTime('UTC');

let root;
window.contender = {
  mount(container, { date, events }) {
    root = container;
    root.style.height = '740px';
    createCalendar({
      views: [createViewMonthGrid(), createViewList()],
      defaultView: 'month-grid',
      timezone: 'UTC',
      selectedDate: Temporal.PlainDate.from(date),
      events: events.map(({ id, title, start, end }) => ({
        id,
        title,
        start: zoned(start),
        end: zoned(end),
      })),
    }).render(root);
  },
  next() {
    const button = root.querySelector('.sx__chevron--next').closest('button');
    for (const type of ['mousedown', 'mouseup', 'click'])
      button.dispatchEvent(new MouseEvent(type, { bubbles: true }));
  },
  rows: () => root.querySelectorAll('.sx__month-grid-event'),
};
