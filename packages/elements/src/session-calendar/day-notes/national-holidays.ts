import type { LocalizedText } from '@nafida/contract';

/** A day off that returns on the same date every year. */
export interface NationalHoliday {
  /** `MM-DD`. */
  readonly date: string;
  /** With soft hyphens in words that are longer than a cell of the month: not every browser knows where to divide them. */
  readonly name: LocalizedText;
  /** First year in which it was one. */
  readonly since?: number;
}

/**
 * Morocco's days off with a fixed date, in administrations: decree n° 2-77-169 of 28 February 1977 with what completed it,
 * last for the Amazigh New Year (Council of Government of 23 November 2023) and for Unity Day (decree n° 2-25-1140, in
 * force from 2026). Religious ones are not here: their dates are announced once the moon has been seen, and come with
 * the site's own `holidays`.
 */
export const nationalHolidays: readonly NationalHoliday[] = [
  {
    date: '01-01',
    name: { ar: 'رأس السنة الميلادية', fr: 'Jour de l’An', en: 'New Year’s Day' },
  },
  {
    date: '01-11',
    name: {
      ar: 'ذكرى تقديم وثيقة المطالبة بالاستقلال',
      fr: 'Anni\u00adver\u00adsaire du Mani\u00adfeste de l’indé\u00adpen\u00addance',
      en: 'Inde\u00adpen\u00addence Mani\u00adfesto Day',
    },
  },
  {
    date: '01-14',
    since: 2024,
    name: { ar: 'رأس السنة الأمازيغية', fr: 'Nouvel An amazigh', en: 'Amazigh New Year' },
  },
  { date: '05-01', name: { ar: 'عيد الشغل', fr: 'Fête du Travail', en: 'Labour Day' } },
  { date: '07-30', name: { ar: 'عيد العرش', fr: 'Fête du Trône', en: 'Throne Day' } },
  {
    date: '08-14',
    name: {
      ar: 'ذكرى استرجاع إقليم وادي الذهب',
      fr: 'Journée Oued Ed-Dahab',
      en: 'Oued Ed-Dahab Day',
    },
  },
  {
    date: '08-20',
    name: {
      ar: 'ذكرى ثورة الملك والشعب',
      fr: 'Révo\u00adlution du Roi et du Peuple',
      en: 'Revo\u00adlution of the King and the People',
    },
  },
  { date: '08-21', name: { ar: 'عيد الشباب', fr: 'Fête de la Jeunesse', en: 'Youth Day' } },
  {
    date: '10-31',
    since: 2026,
    name: { ar: 'عيد الوحدة', fr: 'Fête de l’Unité', en: 'Unity Day' },
  },
  {
    date: '11-06',
    name: { ar: 'ذكرى المسيرة الخضراء', fr: 'Fête de la Marche Verte', en: 'Green March Day' },
  },
  {
    date: '11-18',
    name: {
      ar: 'عيد الاستقلال',
      fr: 'Fête de l’Indé\u00adpen\u00addance',
      en: 'Inde\u00adpen\u00addence Day',
    },
  },
];
