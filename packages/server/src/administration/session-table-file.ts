import { locales, validate, type LocalizedText } from '@nafida/contract';
import { sessionInputSchema, type SessionInput } from '@nafida/contract/staff.js';
import { instantIn, zoneNamed } from '@nafida/contract/civil-time.js';
import { CommandError } from '../command-error.js';
import {
  dayForm,
  decimalForm,
  momentForm,
  territoryCodeOf,
  timeForm,
  wholeForm,
  keywordOf,
  partsOf,
  yesOrNoForm,
} from './cell-forms.js';
import { issueLines } from './issue-lines.js';
import { agendaOf } from './session-agenda-cells.js';
import { columnOfSession } from './session-columns.js';
import { issuesOf, readTable, type Cells, type TableLine } from './table-file.js';

const inLanguages = (name: string) => locales.map((locale) => `${name}_${locale}`);

const columns = new Set([
  'id',
  'parent',
  'kind',
  ...inLanguages('title'),
  ...inLanguages('description'),
  'type',
  'status',
  'start_date',
  'end_date',
  'start_time',
  'end_time',
  'time_zone',
  'territory',
  'territory_vintage',
  ...inLanguages('venue'),
  ...inLanguages('address'),
  'latitude',
  'longitude',
  ...inLanguages('room'),
  'online_url',
  ...inLanguages('organiser'),
  'languages',
  'accessibility',
  'audiences',
  ...inLanguages('agenda'),
  'series_id',
  ...inLanguages('series'),
  'ordinal',
  'registration',
  'capacity',
  'registration_opens_at',
  'registration_closes_at',
  'several_per_contact',
  ...inLanguages('report'),
  'proposals',
  'url',
  'demonstration',
]);

/**
 * Sessions of a CSV table with a header line; see docs/server.md for its columns. Throws a sentence with every cell that
 * is wrong, what it holds and how it is written.
 */
export function sessionsOfTable(text: string): SessionInput[] {
  const table = readTable(text, columns);
  const sessions = table.lines.flatMap((line) => sessionOf(line) ?? []);
  const issues = issuesOf(table);
  if (issues.length > 0) throw new CommandError(issues.join('\n'));
  return sessions;
}

/** The session of a line; undefined if something is wrong with it, which the line then knows. */
function sessionOf(line: TableLine): SessionInput | undefined {
  const session = sessionIn(line);
  if (!session) return undefined;
  const checked = validate(sessionInputSchema, session);
  if (checked.ok) {
    const { startDate, endDate } = checked.value;
    if (endDate !== undefined && endDate < startDate) {
      line.note(
        'end_date',
        `${line.named('end_date')} lies before ${line.named('start_date')}. It must be that day or a later one.`,
      );
    }
    return session;
  }
  for (const issue of checked.issues) {
    const column = columnOfSession(issue.path);
    const [sentence = ''] = issueLines([issue], {
      schema: sessionInputSchema,
      value: session,
      named: () => line.named(column),
    });
    line.note(column, sentence);
  }
  return undefined;
}

function sessionIn(line: TableLine): SessionInput | undefined {
  const { cells } = line;
  const title = localized(cells, 'title');
  const startDate = line.read('start_date', dayForm);
  if (!cells.id || !title || !cells.start_date) {
    line.note(
      '',
      'id, start_date and a title in one language are needed, for example atelier-2, 2026-11-30 and "Atelier" in title_fr.',
    );
    return undefined;
  }
  const organiser = localized(cells, 'organiser');
  const demonstration = line.read('demonstration', yesOrNoForm);
  const timeZone = cells.time_zone || 'Africa/Casablanca';
  const [kind, typeOfMeeting, status] = ['kind', 'type', 'status'].map(
    (column) => cells[column] && keywordOf(cells[column]),
  );
  const endDate = line.read('end_date', dayForm);
  return {
    id: cells.id,
    title,
    // Any valid day replaces one that cannot be read, so that the other cells are checked too.
    startDate: startDate ?? '2000-01-01',
    description: localized(cells, 'description'),
    startTime: line.read('start_time', timeForm) ?? null,
    endTime: line.read('end_time', timeForm) ?? null,
    venue: venueIn(line),
    parent: cells.parent || null,
    room: localized(cells, 'room'),
    onlineUrl: cells.online_url || null,
    organisers: organiser ? [organiser] : [],
    accessibility: keywords(cells, 'accessibility') as SessionInput['accessibility'],
    audiences: keywords(cells, 'audiences') as SessionInput['audiences'],
    agenda: agendaIn(line),
    series: seriesIn(line),
    registration: registrationIn(line, timeZone),
    closingReport: localized(cells, 'report'),
    linkedProposals: partsOf(cells.proposals ?? ''),
    url: cells.url || null,
    timeZone,
    ...(endDate && startDate && { endDate }),
    ...(kind && { kind: kind as SessionInput['kind'] }),
    ...(typeOfMeeting && { typeOfMeeting: typeOfMeeting as SessionInput['typeOfMeeting'] }),
    ...(status && { status: status as SessionInput['status'] }),
    ...(cells.territory && {
      territory: {
        code: territoryCodeOf(cells.territory),
        vintage: (line.read('territory_vintage', wholeForm) ?? 2024) as 2024,
      },
    }),
    ...(cells.languages && {
      languages: keywords(cells, 'languages') as SessionInput['languages'],
    }),
    ...(demonstration !== undefined && { demonstration }),
  };
}

function venueIn(line: TableLine): SessionInput['venue'] {
  const { cells } = line;
  const name = localized(cells, 'venue');
  const address = localized(cells, 'address');
  const latitude = line.read('latitude', decimalForm) ?? null;
  const longitude = line.read('longitude', decimalForm) ?? null;
  if (!cells.latitude !== !cells.longitude) {
    line.note(
      'latitude',
      'latitude and longitude are needed both, or neither, for example 34.92 and -2.32.',
    );
  }
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  return name || address || point ? { name, address, point } : null;
}

function seriesIn(line: TableLine): SessionInput['series'] {
  const { cells } = line;
  const series = localized(cells, 'series');
  if (!series && (cells.series_id || cells.ordinal)) {
    line.note(
      'series_id',
      'series_id and ordinal need the name of the series, series_ar or series_fr, for example "Caravane".',
    );
  }
  return (
    series && {
      name: series,
      ordinal: line.read('ordinal', wholeForm) ?? null,
      ...(cells.series_id && { id: cells.series_id }),
    }
  );
}

/** Any cell about registration turns it on, unless the table says no. */
function registrationIn(line: TableLine, timeZone: string): SessionInput['registration'] {
  const { cells } = line;
  const isOpen =
    line.read('registration', yesOrNoForm) ??
    Boolean(cells.capacity || cells.registration_opens_at || cells.registration_closes_at);
  if (!isOpen) return null;
  const instant = (column: string) => {
    const moment = line.read(column, momentForm) ?? null;
    if (moment === null || typeof moment === 'string') return moment;
    if (zoneNamed(timeZone) === undefined) return null;
    return instantIn(timeZone, moment.day, moment.time).toISOString();
  };
  return {
    capacity: line.read('capacity', wholeForm) ?? null,
    opensAt: instant('registration_opens_at'),
    closesAt: instant('registration_closes_at'),
    severalPerContact: line.read('several_per_contact', yesOrNoForm) ?? false,
  };
}

function agendaIn(line: TableLine): SessionInput['agenda'] {
  try {
    return agendaOf(line.cells);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    line.note('agenda', error.message);
    return [];
  }
}

function localized(cells: Cells, name: string): LocalizedText | null {
  const texts = locales.flatMap((locale) => {
    const text = cells[`${name}_${locale}`];
    return text ? [[locale, text] as const] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}

function keywords(cells: Cells, name: string): string[] {
  return partsOf(cells[name] ?? '').map(keywordOf);
}
