import type { StaffRegistration } from '@nafida/contract/staff.js';
import type { CommandInput } from '../administration/commands.js';
import { CommandError } from '../command-error.js';
import { shownMessageStates } from '../database/outbox-message.js';
import { localizedOf, numberOf, textOf, textsOf } from './arguments.js';
import type { DataCommand } from './command-line.js';
import { jsonFile, pretty } from './files.js';
import { dayOf, inFrench, sessionLines, venueLines } from './lists.js';
import { choice, flag, inLanguages, number, text, texts } from './option-kinds.js';

const note = inLanguages('note', 'why, for the agenda and for whoever registered');

const withoutMail =
  'No mail is set up (NAFIDA_SMTP_URL of the server), so nobody is told of what is no_mail. Set it up within two weeks, ' +
  'or tell people yourselves and note it with "messages called".';

function registrationLine(registration: StaffRegistration): string {
  const { doorCode, status, position, places, name, email, phone, checkedInAt } = registration;
  const columns = [
    doorCode,
    position === null ? status : `${status} ${position}`,
    places > 1 ? `${places} places` : '1 place',
    name ?? '(name removed)',
    [email, phone].filter(Boolean).join(' '),
    checkedInAt ? `came in ${checkedInAt}` : '',
  ];
  return columns.join('  ').trimEnd();
}

/** Commands about sessions on the agenda, the people who come, and their messages. */
export const agendaTable: Readonly<Record<string, DataCommand>> = {
  'sessions create': {
    operands: ['SITE', 'FILE.json'],
    options: {},
    help: 'Put one session on the agenda; the file is one session as "sessions import" takes it.',
    perform: async (run, [site = '', file = '']) => {
      const content = (await jsonFile(file)) as CommandInput<'sessions create'>['content'];
      const { id } = await run('sessions create', { site, content });
      return `${id} is on the agenda.`;
    },
  },
  'sessions list': {
    operands: ['SITE'],
    options: {
      from: text('YYYY-MM-DD', 'the first day; default: today'),
      to: text('YYYY-MM-DD', 'the last day; default: everything to come'),
      all: flag('past ones too'),
      json: flag('with all fields, as JSON'),
    },
    help: 'List the agenda, earliest first: id, day, hour, title, place and seats.',
    perform: async (run, [site = ''], values) => {
      const to = textOf(values, 'to');
      const from = textOf(values, 'from') ?? (values.all === true ? undefined : dayOf(new Date()));
      const sessions = await run('sessions list', {
        site,
        ...(from && { from }),
        ...(to && { to }),
      });
      if (values.json) return pretty(sessions);
      const none =
        values.all || !from
          ? 'No sessions.'
          : `No sessions from ${from} on. --all lists past ones too.`;
      return sessionLines(sessions) || none;
    },
  },
  'sessions show': {
    operands: ['SITE', 'SESSION'],
    options: {},
    help: 'Show a session with all its fields, as JSON.',
    perform: async (run, [site = '', session = '']) =>
      pretty(await run('sessions show', { site, session })),
  },
  'sessions edit': {
    operands: ['SITE', 'SESSION', 'FILE.json'],
    options: {},
    help:
      'Change what the file names; the rest stays, at every depth: {"title": {"fr": "Atelier"}} keeps the Arabic title, ' +
      '{"title": {"en": null}} takes the English one away. Lists are given whole. Whoever registered is told of another ' +
      'time or place.',
    perform: async (run, [site = '', session = '', file = '']) => {
      const changes = (await jsonFile(file)) as CommandInput<'sessions edit'>['changes'];
      const { id, sequence, venue } = await run('sessions edit', { site, session, changes });
      const where = changes.venue ? venueLines(venue) : [];
      return [`${id} is up to date (change ${sequence}).`, ...where].join('\n');
    },
  },
  'sessions cancel': {
    operands: ['SITE', 'SESSION'],
    options: note,
    help: 'Call a session off. Whoever registered is told.',
    perform: async (run, [site = '', session = ''], values) => {
      await run('sessions cancel', { site, session, note: localizedOf(values, 'note') });
      return `${session} is cancelled.`;
    },
  },
  'sessions postpone': {
    operands: ['SITE', 'SESSION'],
    options: {
      ...note,
      date: text('YYYY-MM-DD', 'the new day; without it until further notice'),
      'end-date': text('YYYY-MM-DD', 'its last day, where it is another one'),
      'start-time': text('HH:MM', 'when it begins, where that is known'),
      'end-time': text('HH:MM', 'when it ends, where that is known'),
    },
    help: 'Put a session off, to another day or until further notice. Whoever registered is told.',
    perform: async (run, [site = '', session = ''], values) => {
      const startDate = textOf(values, 'date');
      const endDate = textOf(values, 'end-date');
      const to = startDate
        ? {
            startDate,
            ...(endDate && { endDate }),
            startTime: textOf(values, 'start-time') ?? null,
            endTime: textOf(values, 'end-time') ?? null,
          }
        : null;
      await run('sessions postpone', { site, session, note: localizedOf(values, 'note'), to });
      return startDate ? `${session} is on ${startDate} now.` : `${session} is postponed.`;
    },
  },
  'sessions close': {
    operands: ['SITE', 'SESSION'],
    options: {
      ...inLanguages('report', 'the report, in one language at least'),
      proposal: texts('REFERENCE', 'a proposal that came out of it'),
    },
    help: 'Close a session that was held, with its report.',
    perform: async (run, [site = '', session = ''], values) => {
      const report = localizedOf(values, 'report');
      if (!report)
        throw new CommandError(
          'Give the report, for example --report-fr "Trente habitants étaient là."',
        );
      const linkedProposals = textsOf(values, 'proposal') ?? [];
      await run('sessions close', { site, session, report, linkedProposals });
      return `${session} is closed.`;
    },
  },
  'sessions capacity': {
    operands: ['SITE', 'SESSION'],
    options: {
      seats: number('N', 'how many there are'),
      'no-limit': flag('as many as come'),
      'move-to-waiting-list': flag(
        'send those who were confirmed last back, where there are too few',
      ),
    },
    help: 'Change the number of seats. Whoever gains or loses one is told.',
    perform: async (run, [site = '', session = ''], values) => {
      const seats = numberOf(values, 'seats');
      const isOpen = values['no-limit'] === true;
      if ((seats === undefined) !== isOpen)
        throw new CommandError(
          'Give --seats with their number, for example --seats 80, or --no-limit.',
        );
      const { promoted, moved } = await run('sessions capacity', {
        site,
        session,
        capacity: seats ?? null,
        moveToWaitingList: values['move-to-waiting-list'] === true,
      });
      const part = (title: string, people: StaffRegistration[]) =>
        people.length > 0 ? [`${title}:`, ...people.map(registrationLine)] : [];
      return [
        `${session} has ${isOpen ? 'no limit' : `${seats} seats`}.`,
        ...part('Have a seat now', promoted),
        ...part('Wait again', moved),
      ].join('\n');
    },
  },
  'registrations list': {
    operands: ['SITE', 'SESSION'],
    options: { json: flag('with answers and needs, as JSON') },
    help: 'List who registered for a session, in the order they came.',
    perform: async (run, [site = '', session = ''], values) => {
      const registrations = await run('registrations list', { site, session });
      if (values.json) return pretty(registrations);
      return registrations.map(registrationLine).join('\n') || 'Nobody has registered.';
    },
  },
  'registrations check-in': {
    operands: ['SITE', 'SESSION', 'DOOR-CODE'],
    options: {},
    help: 'Let somebody in by the code they show.',
    perform: async (run, [site = '', session = '', doorCode = '']) => {
      const { registration, alreadyCheckedIn } = await run('registrations check-in', {
        site,
        session,
        doorCode,
      });
      const line = registrationLine(registration);
      return alreadyCheckedIn ? `This code was shown before: ${line}` : line;
    },
  },
  'messages list': {
    operands: ['SITE'],
    options: {
      state: choice('STATE', shownMessageStates, 'default: all'),
      json: flag('with all fields, as JSON'),
    },
    help: 'List what people are told: by e-mail, or by a call where they left no address.',
    perform: async (run, [site = ''], values) => {
      const state = textOf(values, 'state');
      const messages = await run('messages list', {
        site,
        ...(state && { state: state as 'pending' }),
      });
      if (values.json) return pretty(messages);
      const lines = messages.map((message) => {
        const { id, createdAt, state: now, kind, name, email, phone } = message;
        const about =
          message.proposal === null
            ? `${message.session} ${inFrench(message.facts.title)}`
            : `${message.proposal} ${message.title}`;
        return [id, createdAt, now, kind, about, name ?? '', email ?? phone ?? '']
          .join('  ')
          .trimEnd();
      });
      if (messages.some(({ state: now }) => now === 'no_mail')) lines.push('', withoutMail);
      return lines.join('\n') || 'No messages.';
    },
  },
  'messages show': {
    operands: ['SITE', 'MESSAGE'],
    options: {},
    help: 'Show a message as its person reads it.',
    perform: async (run, [site = '', message = '']) => {
      const { to, subject, text: body } = await run('messages show', { site, message });
      return `${to ?? '(address removed)'}\n${subject}\n\n${body}`;
    },
  },
  'messages called': {
    operands: ['SITE', 'MESSAGE'],
    options: {},
    help: 'Note that somebody was told on the telephone.',
    perform: async (run, [site = '', message = '']) => {
      await run('messages called', { site, message });
      return `${message} is settled.`;
    },
  },
};
