import type { Locale, TextLocale } from '../../foundation/locale/locale.js';
import { textLocaleOf } from '../../foundation/locale/locale.js';
import type { Day } from '../day/civil-day.js';

const months: Readonly<Record<TextLocale, readonly string[]>> = {
  ar: [
    ...['محرم', 'صفر', 'ربيع الأول', 'ربيع الآخر', 'جمادى الأولى', 'جمادى الآخرة'],
    ...['رجب', 'شعبان', 'رمضان', 'شوال', 'ذو القعدة', 'ذو الحجة'],
  ],
  fr: [
    ...['moharram', 'safar', 'rabia I', 'rabia II', 'joumada I', 'joumada II'],
    ...['rajab', 'chaabane', 'ramadan', 'chaoual', 'dou al-qi’da', 'dou al-hijja'],
  ],
  en: [
    ...['Muharram', 'Safar', 'Rabi I', 'Rabi II', 'Jumada I', 'Jumada II'],
    ...['Rajab', 'Shaaban', 'Ramadan', 'Shawwal', 'Dhu al-Qada', 'Dhu al-Hijja'],
  ],
};

/** What is said once for all computed dates. */
const notes: Readonly<Record<TextLocale, string>> = {
  ar: 'التواريخ الهجرية محسوبة وقد تختلف بيوم عن التقويم الرسمي، إذ تُعلن الشهور في المغرب بعد مراقبة الهلال.',
  fr: 'Dates hégiriennes calculées\u00a0: elles peuvent différer d’un jour du calendrier officiel, les mois étant annoncés au Maroc après observation du croissant.',
  en: 'Hijri dates are computed and may be a day off the official calendar: in Morocco months are announced once the crescent has been seen.',
};

const eras: Readonly<Record<TextLocale, string>> = { ar: 'هـ', fr: 'H', en: 'AH' };

/** A day of the Hijri calendar; `month` is 1 to 12. */
export interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

let format: Intl.DateTimeFormat | null | undefined;

/** The day as computed (Umm al-Qura); undefined in an engine that does not know that calendar. */
export function hijriDateOf(day: Day): HijriDate | undefined {
  if (format === undefined) {
    const asked = new Intl.DateTimeFormat('en', {
      ...{ calendar: 'islamic-umalqura', numberingSystem: 'latn', timeZone: 'UTC' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    });
    // Engines without it answer in another calendar without a word.
    format = asked.resolvedOptions().calendar === 'islamic-umalqura' ? asked : null;
  }
  if (!format) return undefined;
  const date = { year: 0, month: 0, day: 0 };
  for (const { type, value } of format.formatToParts(new Date(`${day}T00:00:00Z`))) {
    if (type in date) date[type as keyof HijriDate] = Number(value);
  }
  return date.year > 0 && date.month > 0 && date.day > 0 ? date : undefined;
}

// The era never stands alone on a line.
const yearText = (language: TextLocale, { year }: HijriDate) => `${year}\u00a0${eras[language]}`;

/** «8 جمادى الآخرة 1448 هـ». */
export function hijriText(locale: Locale, day: Day): string | undefined {
  const date = hijriDateOf(day);
  if (!date) return undefined;
  const language = textLocaleOf(locale);
  return `${date.day} ${months[language][date.month - 1]} ${yearText(language, date)}`;
}

/** The Hijri months that a span of days lies in: «جمادى الأولى – جمادى الآخرة 1448 هـ». */
export function hijriSpanText(locale: Locale, first: Day, last: Day): string | undefined {
  const [start, end] = [hijriDateOf(first), hijriDateOf(last)];
  if (!start || !end) return undefined;
  const language = textLocaleOf(locale);
  const name = ({ month }: HijriDate) => months[language][month - 1]!;
  const until = `${name(end)} ${yearText(language, end)}`;
  if (start.year !== end.year) return `${name(start)} ${yearText(language, start)} – ${until}`;
  return start.month === end.month ? until : `${name(start)} – ${until}`;
}

/** That such dates are computed, in a sentence. */
export function hijriNote(locale: Locale): string {
  return notes[textLocaleOf(locale)];
}
