import Calendar from '@toast-ui/calendar';
import '@toast-ui/calendar/dist/toastui-calendar.css';

let calendar;
let root;
window.contender = {
  mount(container, { date, events }) {
    root = container;
    root.style.height = '700px';
    calendar = new Calendar(root, { defaultView: 'month', usageStatistics: false });
    calendar.setDate(date);
    calendar.createEvents(events.map((event) => ({ ...event, calendarId: 'agenda' })));
  },
  next: () => calendar.next(),
  rows: () => root.querySelectorAll('.toastui-calendar-weekday-event-block'),
};
