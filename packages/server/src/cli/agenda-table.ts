import type { StaffRegistration } from '@nafida/contract/staff.js';
import type { CommandInput } from '../administration/commands.js';
import { CommandError } from '../administration/command-error.js';
import { inLanguages, localizedOf, numberOf, textOf, textsOf } from './arguments.js';
import type { CommandLine } from './command-line.js';
import { jsonFile, pretty } from './files.js';
import { flag, text, texts } from './option-kinds.js';

const noteHelp = '--note-ar TEXT --note-fr TEXT …   why, for the agenda and for whoever registered';

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

/** Commands about sessions that are on the agenda, those who come, and what they are told. */
export const agendaTable: Readonly<Record<string, CommandLine>> = {
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
  'sessions edit': {
    operands: ['SITE', 'SESSION', 'FILE.json'],
    options: {},
    help: 'Change what the file names. Whoever registered is told of another time or place.',
    perform: async (run, [site = '', session = '', file = '']) => {
      const changes = (await jsonFile(file)) as CommandInput<'sessions edit'>['changes'];
      const { id, sequence } = await run('sessions edit', { site, session, changes });
      return `${id} is up to date (change ${sequence}).`;
    },
  },
  'sessions cancel': {
    operands: ['SITE', 'SESSION'],
    options: inLanguages('note'),
    help: 'Call a session off. Whoever registered is told.',
    optionHelp: [noteHelp],
    perform: async (run, [site = '', session = ''], values) => {
      await run('sessions cancel', { site, session, note: localizedOf(values, 'note') });
      return `${session} is cancelled.`;
    },
  },
  'sessions postpone': {
    operands: ['SITE', 'SESSION'],
    options: {
      ...inLanguages('note'),
      date: text,
      'end-date': text,
      'start-time': text,
      'end-time': text,
    },
    help: 'Put a session off, to another day or until further notice. Whoever registered is told.',
    optionHelp: [
      noteHelp,
      '--date YYYY-MM-DD     the new day; without it until further notice',
      '--end-date YYYY-MM-DD --start-time HH:MM --end-time HH:MM   where they are known',
    ],
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
    options: { ...inLanguages('report'), proposal: texts },
    help: 'Close a session that was held, with its report.',
    optionHelp: [
      '--report-ar TEXT --report-fr TEXT …   the report, in one language at least',
      '--proposal REFERENCE  a proposal that came out of it (repeatable)',
    ],
    perform: async (run, [site = '', session = ''], values) => {
      const report = localizedOf(values, 'report');
      if (!report) throw new CommandError('Give --report-ar or --report-fr.');
      const linkedProposals = textsOf(values, 'proposal') ?? [];
      await run('sessions close', { site, session, report, linkedProposals });
      return `${session} is closed.`;
    },
  },
  'sessions capacity': {
    operands: ['SITE', 'SESSION'],
    options: { seats: text, 'no-limit': flag, 'move-to-waiting-list': flag },
    help: 'Change the number of seats. Whoever gains or loses one is told.',
    optionHelp: [
      '--seats N             how many there are',
      '--no-limit            as many as come',
      '--move-to-waiting-list   send those who were confirmed last back, where there are too few',
    ],
    perform: async (run, [site = '', session = ''], values) => {
      const seats = numberOf(values, 'seats');
      const isOpen = values['no-limit'] === true;
      if ((seats === undefined) !== isOpen) throw new CommandError('Give --seats or --no-limit.');
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
    options: { json: flag },
    help: 'List who registered for a session, in the order they came.',
    optionHelp: ['--json                with answers and needs, as JSON'],
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
    options: { state: text, json: flag },
    help: 'List what people are told: by e-mail, or by a call where they left no address.',
    optionHelp: [
      '--state STATE         pending, sent, dead, to_call or called; all unless told',
      '--json                with all fields, as JSON',
    ],
    perform: async (run, [site = ''], values) => {
      const state = textOf(values, 'state');
      const messages = await run('messages list', {
        site,
        ...(state && { state: state as 'pending' }),
      });
      if (values.json) return pretty(messages);
      const lines = messages.map((message) => {
        const { id, createdAt, state: now, kind, name, email, phone } = message;
        const about = message.proposal ?? message.session;
        return [id, createdAt, now, kind, about, name ?? '', email ?? phone ?? '']
          .join('  ')
          .trimEnd();
      });
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
