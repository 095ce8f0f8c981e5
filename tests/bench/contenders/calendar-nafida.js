// The tag as it ships. The server's part is played in the page: it answers by window, as the real one does,
// and what it answers is parsed and checked like any answer.
import { createClient } from '@nafida/client';
import { agendaServer } from './agenda-server.js';
import '@nafida/elements/session-calendar/define.js';

const zone = 'Africa/Casablanca';

function sessionOf({ id, title, start, end }) {
  return {
    id,
    parent: null,
    kind: 'meeting',
    title: { fr: title },
    description: null,
    typeOfMeeting: 'in_person',
    status: 'scheduled',
    statusNote: null,
    startDate: start.slice(0, 10),
    endDate: end.slice(0, 10),
    startTime: `${start}+01:00`,
    endTime: `${end}+01:00`,
    timeZone: zone,
    territory: { code: '02.113', vintage: 2024 },
    venue: null,
    room: null,
    onlineUrl: null,
    organisers: [],
    languages: ['ar', 'fr'],
    accessibility: [],
    audiences: [],
    agenda: [],
    series: null,
    registration: null,
    closingReport: null,
    linkedProposals: [],
    url: null,
    demonstration: true,
    sequence: 0,
    updatedAt: '2026-11-01T09:00:00.000Z',
  };
}

let calendar;
window.contender = {
  mount(container, { date, events }) {
    const client = createClient({
      baseUrl: location.origin,
      site: 'bench',
      fetch: agendaServer(events.map(sessionOf)),
    });
    calendar = document.createElement('nafida-session-calendar');
    Object.assign(calendar, { client, month: date.slice(0, 7) });
    container.append(calendar);
    return calendar.updateComplete;
  },
  next: () => calendar.shadowRoot.querySelector('.next').click(),
  rows: () => calendar.shadowRoot.querySelectorAll('.piece.of'),
};
