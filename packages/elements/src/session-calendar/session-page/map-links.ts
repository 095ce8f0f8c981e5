/** Links that open a place elsewhere: nothing is requested from anyone until one is pressed. */
export interface MapLinks {
  /** RFC 5870, for the maps application of a phone. */
  readonly geo: string;
  readonly openStreetMap: string;
}

/** Links to a point (WGS 84, degrees); `name` labels the pin where the application can. */
export function mapLinks(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  name: string,
): MapLinks {
  const [lat, lon] = [latitude.toFixed(6), longitude.toFixed(6)];
  return {
    geo: `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`,
    openStreetMap: `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`,
  };
}
