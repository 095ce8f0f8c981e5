import type { Place } from './place.js';
import { childrenOf } from './places.js';

/** A point on the globe, in degrees of WGS 84: what `GeolocationPosition.coords` holds. */
export interface GeographicPoint {
  readonly latitude: number;
  readonly longitude: number;
}

// Latitude and longitude of the seat of each prefecture and province by the end of its ISO code, rounded to a
// twentieth of a degree (5 km): fit to say which are near, not where anything is. Without official boundaries a
// point near a border may have its neighbour's seat nearest, which is why several are offered.
const seats = new Map(
  (
    'HOC 35.25 -3.95|CHE 35.15 -5.25|FAH 35.75 -5.65|LAR 35.2 -6.15|OUZ 34.8 -5.6|TNG 35.75 -5.8|TET 35.55 -5.35|' +
    'MDF 35.7 -5.35|BER 34.9 -2.3|DRI 34.95 -3.4|FIG 32.55 -1.95|GUF 34.25 -3.35|JRA 34.3 -2.15|NAD 35.15 -2.95|' +
    'OUJ 34.7 -1.9|TAI 34.4 -2.9|MEK 33.9 -5.55|BOM 33.05 -4|HAJ 33.7 -5.35|FES 34.05 -5|IFR 33.55 -5.1|' +
    'SEF 33.85 -4.85|TAO 34.55 -4.65|TAZ 34.2 -4|MOU 34.1 -5.2|RAB 34 -6.85|SAL 34.05 -6.8|SKH 33.9 -6.9|' +
    'KEN 34.25 -6.6|KHE 33.8 -6.05|SIK 34.2 -5.7|SIL 34.25 -5.95|AZI 31.95 -6.55|BEM 32.35 -6.35|FQH 32.5 -6.7|' +
    'KHN 32.95 -5.65|KHO 32.9 -6.9|CAS 33.6 -7.6|MOH 33.7 -7.4|BES 33.6 -7.1|BRR 33.25 -7.6|JDI 33.25 -8.5|' +
    'MED 33.45 -7.5|NOU 33.35 -7.65|SET 33 -7.6|SIB 32.65 -8.45|MAR 31.65 -8|CHI 31.55 -8.75|HAO 31.35 -7.95|' +
    'KES 32.05 -7.4|ESI 31.5 -9.75|REH 32.25 -7.95|SAF 32.3 -9.25|YUS 32.25 -8.55|ERR 31.95 -4.45|MID 32.7 -4.75|' +
    'OUA 30.9 -6.9|TIN 31.5 -5.55|ZAG 30.35 -5.85|AGD 30.4 -9.6|CHT 30.2 -9.35|INE 30.35 -9.55|TAR 30.45 -8.9|' +
    'TAT 29.75 -7.95|TIZ 29.7 -9.75|ASZ 28.6 -9.45|GUE 29 -10.05|SIF 29.4 -10.15|TNT 28.45 -11.1|BOD 26.15 -14.5|' +
    'ESM 26.75 -11.65|LAA 27.15 -13.2|TAF 27.95 -12.9|OUD 23.7 -15.95|AOU 22.55 -14.35'
  )
    .split('|')
    .map((line) => {
      const [iso = '', latitude, longitude] = line.split(' ');
      return [`MA-${iso}`, { latitude: Number(latitude), longitude: Number(longitude) }];
    }),
);

/** The prefectures and provinces whose seats are nearest to `point`, nearest first; default: three of them. */
export function provincesNear(point: GeographicPoint, limit = 3): Place[] {
  const provinces = childrenOf().flatMap(({ code }) => childrenOf(code));
  const distances = new Map(provinces.map((province) => [province, distanceTo(province, point)]));
  return provinces.sort((a, b) => distances.get(a)! - distances.get(b)!).slice(0, limit);
}

/** In degrees of latitude, as on a flat map around `point`: the order is right at the size of a country. */
function distanceTo({ iso = '' }: Place, { latitude, longitude }: GeographicPoint): number {
  const seat = seats.get(iso)!;
  const eastward = (seat.longitude - longitude) * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(seat.latitude - latitude, eastward);
}
