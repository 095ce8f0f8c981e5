import { latinDigits, locales, type Locale } from '@nafida/contract';
import type { SessionInput } from '@nafida/contract/staff.js';
import { CommandError } from '../command-error.js';
import { timeForm } from './cell-forms.js';
import type { Cells } from './table-file.js';

/** `09:30 (45) Ouverture [Grande salle]`: time, minutes and room if they are known. */
const agendaLine =
  /^(?:(?<time>\d{1,2} ?(?:[:h] ?\d\d(?::00)?|h))\s+)?(?:\((?<minutes>\d+)\)\s+)?(?<title>.*?)(?:\s*\[(?<room>[^[\]]+)\])?$/i;

/** What begins like an hour or a length, and is none: it would become a part of the title. */
const halfWritten = /^(?:\d{1,2}\s*[:h]|\(\d*\)?$)/i;

/** Time and minutes at the beginning of a line, in Latin digits even if an Arabic keyboard wrote them. */
const withLatinHours = (line: string) => line.replace(/^[\d٠-٩۰-۹:hH() ]+/, latinDigits);

interface Point {
  readonly startTime: string | null;
  readonly minutes: number | null;
  readonly title: string;
  readonly room: string | null;
}

/**
 * The points of an agenda: in every language the same lines of one cell. Throws a sentence with the point that cannot be
 * read, or is not the same in two languages.
 */
export function agendaOf(cells: Cells): NonNullable<SessionInput['agenda']> {
  const inLanguage = locales.flatMap((locale) => {
    const lines = (cells[`agenda_${locale}`] ?? '').split('\n').map((line) => line.trim());
    const points = lines.filter(Boolean).map((line, at) => pointOf(line, locale, at));
    return points.length > 0 ? [{ locale, points }] : [];
  });
  const [first] = inLanguage;
  if (!first) return [];
  if (inLanguage.some(({ points }) => points.length !== first.points.length)) {
    throw new CommandError('The agenda has as many lines in each of its languages.');
  }
  return first.points.map((_, at) => {
    const said = inLanguage.map(({ locale, points }) => ({ locale, ...points[at]! }));
    return {
      title: Object.fromEntries(said.map(({ locale, title }) => [locale, title])),
      startTime: sameIn(said, 'startTime', at),
      minutes: sameIn(said, 'minutes', at),
      room: said.some(({ room }) => room)
        ? Object.fromEntries(said.flatMap(({ locale, room }) => (room ? [[locale, room]] : [])))
        : null,
    };
  });
}

function pointOf(line: string, locale: Locale, at: number): Point {
  const { time, minutes, title = '', room } = agendaLine.exec(withLatinHours(line))?.groups ?? {};
  const startTime = time === undefined ? null : timeForm.read(time);
  if (!title || halfWritten.test(title) || startTime === undefined) {
    throw new CommandError(
      `agenda_${locale}, point ${at + 1}: "${line}" is not written as 09:30 (45) Title [Room].`,
    );
  }
  return {
    startTime,
    minutes: minutes === undefined ? null : Number(minutes),
    title,
    room: room?.trim() || null,
  };
}

/** What all languages say of a point that say anything. */
function sameIn<Name extends 'startTime' | 'minutes'>(
  said: readonly (Point & { readonly locale: Locale })[],
  name: Name,
  at: number,
): Point[Name] {
  const known = [...new Set(said.map((point) => point[name]).filter((value) => value !== null))];
  if (known.length > 1) {
    const values = said.map((point) => `${String(point[name])} (${point.locale})`).join(', ');
    throw new CommandError(`agenda, point ${at + 1}: not the same in all languages: ${values}.`);
  }
  return known[0] ?? null;
}
