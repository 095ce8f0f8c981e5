/**
 * The hour in Morocco, from the IANA time zone database, release {@link moroccanClockRelease}: devices and servers
 * whose data are older are an hour off since 20 September 2026. One list for both zones: their clocks have been moved
 * together since 2008.
 */

/** The release of IANA's data that the changes below are of. */
export const moroccanClockRelease = '2026c';

const zones: ReadonlyMap<string, string> = new Map(
  ['Africa/Casablanca', 'Africa/El_Aaiun'].map((name) => [name.toLowerCase(), name]),
);

/** `Africa/Casablanca` or `Africa/El_Aaiun`, in whatever case it is written; undefined for all other zones. */
export function moroccanZoneNamed(name: string): string | undefined {
  return zones.get(name.toLowerCase());
}

// Year, month, day and hour in UTC, by turns to UTC+1 and back to UTC+0, where the clocks stay since the last one.
const changes = [
  '2008060100 2008083123 2009060100 2009082023 2010050200 2010080723 2011040300 2011073023 2012042902 2012072002',
  '2012082002 2012093002 2013042802 2013070702 2013081002 2013102702 2014033002 2014062802 2014080202 2014102602',
  '2015032902 2015061402 2015071902 2015102502 2016032702 2016060502 2016071002 2016103002 2017032602 2017052102',
  '2017070202 2017102902 2018032502 2018051302 2018061702 2019050502 2019060902 2020041902 2020053102 2021041102',
  '2021051602 2022032702 2022050802 2023031902 2023042302 2024031002 2024041402 2025022302 2025040602 2026021502',
  '2026032202 2026092001',
]
  .join(' ')
  .split(' ')
  .map((text) => {
    const [, year, month, day, hour] = /(....)(..)(..)(..)/.exec(text)!.map(Number);
    return Date.UTC(year!, month! - 1, day, hour);
  });

/**
 * Milliseconds that the clocks of Morocco are ahead of UTC at `instant`; undefined before 1 June 2008, when all
 * systems agree.
 */
export function moroccanOffsetAt(instant: number): number | undefined {
  const passed = changes.filter((change) => change <= instant).length;
  return passed === 0 ? undefined : (passed % 2) * 3_600_000;
}
