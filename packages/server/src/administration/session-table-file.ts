import { locales, validate, type LocalizedText } from '@nafida/contract';
import { sessionInputSchema, type SessionInput } from '@nafida/contract/staff.js';
import { agendaOf } from './session-agenda-cells.js';
import { CommandError, issueLines } from './command-error.js';
import { columnOfSession } from './session-columns.js';
import { recordsOfTable, type Cells } from './table-file.js';

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
  ...inLanguages('report'),
  'proposals',
  'url',
  'demonstration',
]);

/**
 * Sessions of a CSV table with a header line; see docs/server.md for its columns. Spreadsheets in French write
 * semicolons: the header tells which character divides. Throws a sentence with every line that is wrong, and by which
 * column.
 */
export function sessionsOfTable(text: string): SessionInput[] {
  const faults: string[] = [];
  const sessions = recordsOfTable(text, columns).flatMap(({ line, cells }) => {
    try {
      const session = sessionOf(cells);
      const checked = validate(sessionInputSchema, session);
      if (checked.ok) return [session];
      const named = checked.issues.map((issue) => ({
        ...issue,
        path: columnOfSession(issue.path),
      }));
      faults.push(...issueLines(named).map((fault) => `Line ${line}: ${fault}`));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      faults.push(`Line ${line}: ${error.message}`);
    }
    return [];
  });
  if (faults.length > 0) throw new CommandError(faults.join('\n'));
  return sessions;
}

function sessionOf(cells: Cells): SessionInput {
  const title = localized(cells, 'title');
  if (!cells.id || !title || !cells.start_date) {
    throw new CommandError('id, start_date and a title in one language are needed.');
  }
  const name = localized(cells, 'venue');
  const address = localized(cells, 'address');
  const [latitude, longitude] = [number(cells, 'latitude'), number(cells, 'longitude')];
  if ((latitude === null) !== (longitude === null)) {
    throw new CommandError('latitude and longitude are needed both, or neither.');
  }
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  const organiser = localized(cells, 'organiser');
  const series = localized(cells, 'series');
  if (!series && (cells.series_id || cells.ordinal)) {
    throw new CommandError(
      'series_id and ordinal need the name of the series, series_ar or series_fr.',
    );
  }
  // Whatever concerns registration turns it on, unless the table says no.
  const takesRegistrations =
    yesOrNo(cells, 'registration') ??
    Boolean(cells.capacity || cells.registration_opens_at || cells.registration_closes_at);
  const demonstration = yesOrNo(cells, 'demonstration');
  return {
    id: cells.id,
    title,
    startDate: cells.start_date,
    description: localized(cells, 'description'),
    startTime: cells.start_time || null,
    endTime: cells.end_time || null,
    venue: name || address || point ? { name, address, point } : null,
    parent: cells.parent || null,
    room: localized(cells, 'room'),
    onlineUrl: cells.online_url || null,
    organisers: organiser ? [organiser] : [],
    accessibility: list(cells, 'accessibility') as SessionInput['accessibility'],
    audiences: list(cells, 'audiences') as SessionInput['audiences'],
    agenda: agendaOf(cells),
    series: series && {
      name: series,
      ordinal: number(cells, 'ordinal'),
      ...(cells.series_id && { id: cells.series_id }),
    },
    registration: takesRegistrations
      ? {
          capacity: number(cells, 'capacity'),
          opensAt: cells.registration_opens_at || null,
          closesAt: cells.registration_closes_at || null,
        }
      : null,
    closingReport: localized(cells, 'report'),
    linkedProposals: list(cells, 'proposals'),
    url: cells.url || null,
    ...given(cells, {
      kind: 'kind',
      typeOfMeeting: 'type',
      status: 'status',
      endDate: 'end_date',
      timeZone: 'time_zone',
    }),
    ...(cells.territory && {
      territory: {
        code: cells.territory,
        vintage: (number(cells, 'territory_vintage') ?? 2024) as 2024,
      },
    }),
    ...(cells.languages && { languages: list(cells, 'languages') as SessionInput['languages'] }),
    ...(demonstration !== undefined && { demonstration }),
  };
}

function localized(cells: Cells, name: string): LocalizedText | null {
  const texts = locales.flatMap((locale) => {
    const text = cells[`${name}_${locale}`];
    return text ? [[locale, text] as const] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}

function number(cells: Cells, name: string): number | null {
  const text = cells[name];
  if (!text) return null;
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) throw new CommandError(`${name} is not a number: ${text}`);
  return value;
}

function yesOrNo(cells: Cells, name: string): boolean | undefined {
  const text = cells[name]?.toLowerCase();
  if (!text) return undefined;
  if (['yes', 'oui', 'نعم', 'true', '1'].includes(text)) return true;
  if (['no', 'non', 'لا', 'false', '0'].includes(text)) return false;
  throw new CommandError(`${name} is yes or no, not "${text}".`);
}

function list(cells: Cells, name: string): string[] {
  return (cells[name] ?? '').split(/[\s|/]+/).filter(Boolean);
}

/** Fields whose cell is filled; the others keep their defaults. */
function given(cells: Cells, fields: Record<string, string>): Partial<SessionInput> {
  const filled = Object.entries(fields).filter(([, column]) => cells[column]);
  return Object.fromEntries(filled.map(([field, column]) => [field, cells[column]]));
}
