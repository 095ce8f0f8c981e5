import { createCalendar, DayGrid, List } from '@event-calendar/core';
import '@event-calendar/core/index.css';

let root;
window.contender = {
  mount(container, { date, events }) {
    root = container;
    createCalendar(root, [DayGrid, List], { view: 'dayGridMonth', date, events });
  },
  next: () => root.querySelector('.ec-next').click(),
  rows: () => root.querySelectorAll('.ec-event'),
};
