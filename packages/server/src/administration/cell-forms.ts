import { plainText } from '@nafida/contract';

/** How the cells of a column are read, and what to say of one that cannot be. */
export interface CellForm<Value> {
  /** What a cell that is not empty means; undefined if it cannot be read. */
  readonly read: (text: string) => Value | undefined;
  /** How to write it, for the person who has to correct it. */
  readonly wanted: string | ((text: string) => string);
}

const isSerial = (text: string) => /^\d{5}(?:[.,]\d+)?$/.test(plainText(text));
const serialDay =
  'this is how Excel counts days: give the column the format of a date, or write 2027-05-10';
const two = (part = '0') => part.padStart(2, '0');

const yearFirst = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?<hours>[ T].*)?$/;
const dayFirst =
  /^(?<day>\d{1,2})(?: ?[-/.] ?| )(?<month>\d{1,2})(?: ?[-/.] ?| )(?<year>\d{4})(?<hours> .*)?$/;

/** The day at the beginning of a text and the rest, with the day before the month as in Morocco. */
function dayIn(text: string): { readonly day: string; readonly rest: string } | undefined {
  const plain = plainText(text);
  const parts = (yearFirst.exec(plain) ?? dayFirst.exec(plain))?.groups;
  if (!parts) return undefined;
  const day = `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
  const instant = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
  return isDay ? { day, rest: (parts.hours ?? '').slice(1).trim() } : undefined;
}

/** `2027-05-10`, from `10/05/2027` too. */
export const dayForm: CellForm<string> = {
  read: (text) => {
    const found = dayIn(text);
    // A spreadsheet adds the midnight to a day that it keeps with its hour.
    return found && /^(?:0?0:00(?::00)?Z?)?$/.test(found.rest) ? found.day : undefined;
  },
  wanted: (text) =>
    isSerial(text)
      ? serialDay
      : 'a day is written 2027-05-10 or 10/05/2027 (day, month, year with four figures)',
};

const clock =
  /^(?<hour>\d{1,2})(?: ?(?<sign>[:h]) ?(?<minute>\d\d)(?::00)?| ?h)(?: ?(?:min|mn))?(?: ?(?<half>am|pm|ص|م))?$/i;

/** `14:30`, from `14h30`, `14h` and `2:30 PM` too; an instant of the protocol stays as it is. */
export const timeForm: CellForm<string> = {
  read: (text) => {
    const plain = plainText(text);
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(plain)) return plain;
    const { hour, minute = '00', half } = clock.exec(plain)?.groups ?? {};
    if (hour === undefined) return undefined;
    const isAfternoon = half !== undefined && /pm|م/i.test(half);
    if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
    const at = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
    return at < 24 && Number(minute) < 60 ? `${two(String(at))}:${minute}` : undefined;
  },
  wanted: (text) =>
    /^[01]?[.,]\d{3,}$/.test(plainText(text))
      ? 'this is how Excel counts hours: give the column the format of an hour, or write 14:30'
      : 'an hour is written 14:30 or 14h30',
};

/** The day and the hour of a moment on the clocks of the place, or an instant of the protocol. */
export const momentForm: CellForm<string | { readonly day: string; readonly time: string }> = {
  read: (text) => {
    const plain = plainText(text);
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(plain)) return plain;
    const found = dayIn(text);
    const time = found && timeForm.read(found.rest);
    return found && time !== undefined ? { day: found.day, time } : undefined;
  },
  wanted: (text) =>
    isSerial(text) ? serialDay : 'a moment is written 2027-05-10 09:00 or 10/05/2027 09:00',
};

/** A number without the spaces between its thousands, and with one kind of comma. */
const figures = (text: string) =>
  plainText(text)
    .replaceAll('٫', ',')
    .replaceAll('٬', ' ')
    .replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/g, '');

/** A whole number, from `1 200` and `20,0` too. */
export const wholeForm: CellForm<number> = {
  read: (text) => {
    const [, number, decimals = ''] = /^([+-]?\d+)(?:[.,](\d+))?$/.exec(figures(text)) ?? [];
    // "1,000" is one to some and a thousand to others.
    return number === undefined || decimals.length === 3 || /[1-9]/.test(decimals)
      ? undefined
      : Number(number);
  },
  wanted: 'a whole number is written 20, or 1200 without a sign between the thousands',
};

/** A number with a point or a comma. */
export const decimalForm: CellForm<number> = {
  read: (text) => {
    const number = figures(text);
    return /^[+-]?\d+(?:[.,]\d+)?$/.test(number) ? Number(number.replace(',', '.')) : undefined;
  },
  wanted: 'a number is written 34.92 or 34,92',
};

const yes = new Set(['yes', 'y', 'oui', 'o', 'نعم', 'true', 'vrai', '1', 'x']);
const no = new Set(['no', 'n', 'non', 'لا', 'false', 'faux', '0']);

/** Yes or no, in three languages and as spreadsheets write them. */
export const yesOrNoForm: CellForm<boolean> = {
  read: (text) => {
    const word = plainText(text).toLowerCase();
    return yes.has(word) ? true : no.has(word) ? false : undefined;
  },
  wanted: 'it is yes or no (oui, non, نعم, لا)',
};

/** A keyword of the protocol: `in_person`, also from `In person`. */
export const keywordOf = (text: string): string =>
  plainText(text).toLowerCase().replace(/[ -]/g, '_');

/** Parts of one cell, separated by spaces, bars or commas. */
export const partsOf = (text: string): string[] =>
  plainText(text)
    .split(/[\s|/,;،؛]+/)
    .filter(Boolean);

/** `02.113`, of which a spreadsheet makes the number 2.113 (and of `02.110` 2.11). */
export function territoryCodeOf(text: string): string {
  const [, region, province] = /^(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(plainText(text)) ?? [];
  if (region === undefined) return plainText(text);
  return province === undefined ? two(region) : `${two(region)}.${province.padEnd(3, '0')}`;
}
