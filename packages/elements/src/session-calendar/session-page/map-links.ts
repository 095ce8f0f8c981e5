/** Links that open a place elsewhere: nothing is requested from anyone until one is pressed. */
export interface MapLinks {
  /** For the maps application of the phone. */
  readonly application: string;
  readonly openStreetMap: string;
}

/** WGS 84, degrees. */
interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Links to a point, with `name` on the pin; where the point is not known, to what a map finds under `name`. `agent` is the
 * browser's `userAgent`.
 */
export function mapLinks(point: Point | null, name: string, agent: string): MapLinks {
  const label = encodeURIComponent(name);
  const lat = point?.latitude.toFixed(6);
  const lon = point?.longitude.toFixed(6);
  return {
    // RFC 5870 is unknown to iPhones and iPads: their application opens addresses of its maker. iPads call themselves Macs.
    // https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks/MapLinks.html
    application: /iPhone|iPad|Mac/.test(agent)
      ? `https://maps.apple.com/?${point ? `ll=${lat},${lon}&` : ''}q=${label}`
      : point
        ? `geo:${lat},${lon}?q=${lat},${lon}(${label})`
        : `geo:0,0?q=${label}`,
    openStreetMap: `https://www.openstreetmap.org/${
      point ? `?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}` : `search?query=${label}`
    }`,
  };
}
