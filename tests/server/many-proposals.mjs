/** How many there are. */
export const stored = 100_000;

/**
 * SQL that gives a site five years of published proposals: in two consultations, on four axes, in four
 * communes, one in ten answered, with supports as they are (few have many), of words as frequent as in real titles.
 */
export const fillOf = (site, count = stored) => `
  insert into consultation (site, consultation, title, territory_code, territory_vintage, axes, policy)
  select '${site}', 'c-' || n, '{"fr": "Consultation"}', '02', 2024, '[]', '{}' from generate_series(1, 2) as n;
  insert into proposal (site, reference, consultation, axis, territory_code, territory_vintage, place_code, title, body,
    language, content_hash, author_name_visible, consent_hash, channel, status, moderation, received_at, moderated_at,
    tracking_hash, words, supports, answered_at, duplicate_group, grouped_at)
  select '${site}', 'p-' || n, 'c-' || 1 + n % 2, 'axis-' || n % 4, place, 2024, place, title, title || repeat(' texte', 60),
    'fr', '', false, '', 'web', case when n % 10 = 0 then 'accepted' else 'not_answered' end, 'published',
    published, published, 'h-' || n, array_to_tsvector(words || (select array_agg('#' || word) from unnest(words) as word)),
    1000000 / (n * 7919 % 99991 + 50), case when n % 10 = 0 then published + interval '30 days' end,
    'p-' || n, published
  from (
    select n, timestamptz '2024-01-01' + n * interval '26 minutes' as published,
      (array['02.113.01.01', '02.113.01.09', '02.411.01.01', '02.113.05.17'])[1 + n % 4] as place,
      words, array_to_string(words, ' ') as title
    from (
      select n, array(
        select distinct unnest(array['rout', 'douar', 'ecol', 'sant', 'reseau', 'parc'])
        order by 1 offset n % 4 limit 2
      ) || array['th' || n % 1000, 'li' || n % 313] as words
      from generate_series(1, ${count}) as n
    ) as named
  ) as made`;
