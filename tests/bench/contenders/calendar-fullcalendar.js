import { Calendar } from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import list from 'fullcalendar/list';
import classic from 'fullcalendar/themes/classic';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/palette.css';
import 'fullcalendar/themes/classic/theme.css';

let calendar;
let root;
window.contender = {
  mount(container, { date, events }) {
    root = container;
    calendar = new Calendar(root, {
      plugins: [dayGrid, list, classic],
      initialView: 'dayGridMonth',
      initialDate: date,
      events,
      eventClass: 'bench-event',
    });
    calendar.render();
  },
  next: () => calendar.next(),
  rows: () => root.querySelectorAll('.bench-event'),
};
