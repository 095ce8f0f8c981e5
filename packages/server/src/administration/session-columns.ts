const columnOf: Readonly<Record<string, string>> = {
  typeOfMeeting: 'type',
  venue: 'venue',
  'venue.name': 'venue',
  'venue.address': 'address',
  'venue.point.latitude': 'latitude',
  'venue.point.longitude': 'longitude',
  'territory.code': 'territory',
  'territory.vintage': 'territory_vintage',
  'series.id': 'series_id',
  'series.name': 'series',
  'series.ordinal': 'ordinal',
  'registration.capacity': 'capacity',
  'registration.opensAt': 'registration_opens_at',
  'registration.closesAt': 'registration_closes_at',
  'registration.severalPerContact': 'several_per_contact',
  closingReport: 'report',
  linkedProposals: 'proposals',
};

const agendaFields: Readonly<Record<string, string>> = {
  startTime: 'the hour',
  minutes: 'the minutes',
  room: 'the room',
  title: 'the title',
};

/** The column of a table for a field of a session: `venue_fr` for `venue.name.fr`. */
export function columnOfSession(path: string): string {
  const [, at, field] = /^agenda\.(\d+)\.?(\w*)/.exec(path) ?? [];
  if (at !== undefined) {
    return ['agenda', `point ${Number(at) + 1}`, agendaFields[field ?? '']]
      .filter(Boolean)
      .join(', ');
  }
  const [, whole, language] = /^(.*?)\.(ar|fr|zgh|en)$/.exec(path) ?? [];
  const name = (whole ?? path).replace(/\.\d+$/, '').replace(/^organisers$/, 'organiser');
  const column = columnOf[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return language ? `${column}_${language}` : column;
}
