/** How many there are. */
export const stored = 100_000;

/** SQL that gives the site `oriental` five years of sessions, one in twenty of a series, in four communes. */
export const fill = `
  insert into session (site, session, kind, type_of_meeting, status, start_date, end_date, start_clock, time_zone,
    starts_at, territory_code, territory_vintage, place_code, series, audiences, details, words, demonstration,
    sequence, updated_at, registration, confirmed, waiting, last_turn)
  select 'oriental', 's-' || n, 'meeting', (array['in_person', 'online', 'hybrid'])[1 + n % 3], 'scheduled',
    day, day + case when n % 5000 = 0 then 90 else 0 end, '15:00', 'Africa/Casablanca', day + time '14:00',
    place, 2024, place, case when n % 20 = 0 then 'series-' || n % 400 end,
    case when n % 10 = 0 then array['youth'] else '{}' end,
    jsonb_build_object('title', jsonb_build_object('fr', 'Session ' || n), 'description', null, 'venue', null,
      'room', null, 'onlineUrl', null, 'organisers', '[]'::jsonb, 'languages', '["fr"]'::jsonb,
      'accessibility', '[]'::jsonb, 'agenda', '[]'::jsonb, 'series',
      case when n % 20 = 0 then jsonb_build_object('name', jsonb_build_object('fr', 'S'), 'ordinal', null) end,
      'closingReport', null, 'linkedProposals', '[]'::jsonb, 'url', null),
    array_to_tsvector(array['session', 'theme' || n % 1000]), false, 0, now(), false, 0, 0, 0
  from (select n, date '2029-01-01' + n % 1826 as day,
      (array['02.113.01.01', '02.113.01.09', '02.411.01.01', '02.113.05.17'])[1 + n % 4] as place
    from generate_series(1, ${stored}) as n) as made`;
