/** One step of the schema: SQL statements that PostgreSQL 15 and the embedded engine both take. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * The schema, in order; a released step is never changed, a new one is added.
 *
 * Every table of a site's data has a primary key that begins with `site`, and every unique index and foreign key
 * holds `site` too; ids are made by the server, never by a sequence. So the tables can be spread by site over
 * several machines without another change.
 */
export const migrations: readonly Migration[] = [
  {
    name: '0001-participation',
    statements: [
      `create table server_setting (
        name text primary key,
        value text not null
      )`,
      `create table site (
        site text primary key,
        name jsonb not null,
        territory_code text not null,
        territory_vintage integer not null,
        locales text[] not null,
        origins text[] not null,
        privacy_hash text,
        demonstration boolean not null
      )`,
      `create table privacy_notice (
        site text not null references site,
        hash text not null,
        content jsonb not null,
        since timestamptz not null,
        primary key (site, hash)
      )`,
      `create table staff_token (
        site text not null references site,
        token_hash text not null,
        label text not null,
        created_at timestamptz not null,
        primary key (site, token_hash)
      )`,
      `create table consultation (
        site text not null references site,
        consultation text not null,
        title jsonb not null,
        description jsonb,
        opens_at timestamptz,
        closes_at timestamptz,
        territory_code text not null,
        territory_vintage integer not null,
        axes jsonb not null,
        policy jsonb not null,
        primary key (site, consultation)
      )`,
      `create table proposal (
        site text not null,
        reference text not null,
        consultation text not null,
        axis text not null,
        territory_code text,
        territory_vintage integer,
        place_code text,
        title text not null,
        body text not null,
        language text not null,
        content_hash text not null,
        author_name text,
        author_name_visible boolean not null,
        author_email text,
        consent_hash text not null,
        channel text not null,
        status text not null,
        moderation text not null,
        refusal_reason text,
        refusal_words jsonb,
        moderated_by text,
        received_at timestamptz not null,
        moderated_at timestamptz,
        tracking_hash text not null,
        primary key (site, reference),
        unique (site, tracking_hash),
        foreign key (site, consultation) references consultation
      )`,
      `create index proposal_published on proposal (site, moderated_at desc, reference desc)
        where moderation = 'published'`,
      `create index proposal_received on proposal (site, moderation, received_at, reference)`,
      `create table session (
        site text not null references site,
        session text not null,
        kind text not null,
        type_of_meeting text not null,
        status text not null,
        start_date date not null,
        end_date date not null,
        start_clock text,
        end_clock text,
        time_zone text not null,
        starts_at timestamptz not null,
        territory_code text not null,
        territory_vintage integer not null,
        place_code text not null,
        details jsonb not null,
        demonstration boolean not null,
        sequence integer not null,
        registration boolean not null,
        registration_opens_at timestamptz,
        registration_closes_at timestamptz,
        capacity integer check (capacity >= 0),
        confirmed integer not null check (confirmed >= 0),
        waiting integer not null check (waiting >= 0),
        last_turn integer not null,
        primary key (site, session)
      )`,
      `create index session_agenda on session (site, starts_at, session)`,
      `create index session_end on session (site, end_date)`,
      `create table registration (
        site text not null,
        registration text not null,
        session text not null,
        status text not null,
        turn integer not null,
        door_code text not null,
        name text,
        email text,
        phone text,
        language text not null,
        consent_hash text not null,
        manage_hash text not null,
        created_at timestamptz not null,
        promoted_at timestamptz,
        cancelled_at timestamptz,
        primary key (site, registration),
        unique (site, manage_hash),
        unique (site, session, turn),
        unique (site, session, door_code),
        foreign key (site, session) references session
      )`,
      `create index registration_queue on registration (site, session, turn)
        where status = 'waitlisted'`,
      `create table idempotency_key (
        site text not null references site,
        key_hash text not null,
        operation text not null,
        fingerprint text not null,
        result jsonb,
        created_at timestamptz not null,
        primary key (site, key_hash)
      )`,
      `create index idempotency_key_age on idempotency_key (site, created_at)`,
      `create table used_proof (
        site text not null references site,
        nonce text not null,
        expires_at timestamptz not null,
        primary key (site, nonce)
      )`,
      `create index used_proof_expiry on used_proof (site, expires_at)`,
    ],
  },
  {
    name: '0002-registration-questions',
    statements: [
      `alter table session
        add column places_per_registration integer not null default 1,
        add column questions jsonb not null default '[]'`,
      `alter table registration
        add column places integer not null default 1 check (places > 0),
        add column answers jsonb,
        add column needs text[],
        add column needs_details text,
        add column moved_at timestamptz`,
    ],
  },
  {
    name: '0003-agenda',
    statements: [
      `alter table site add column holidays jsonb not null default '[]'`,
      `alter table session
        add column parent text,
        add column series text,
        add column audiences text[] not null default '{}',
        add column words tsvector,
        add column updated_at timestamptz not null default now(),
        add foreign key (site, parent) references session deferrable initially deferred`,
      `alter table session alter column updated_at drop default`,
      `update session set
        details = '{"room": null, "agenda": [], "linkedProposals": [], "url": null}'::jsonb || details,
        series = 's-' || left(encode(sha256(convert_to(coalesce(
          details #>> '{series,name,fr}', details #>> '{series,name,ar}',
          details #>> '{series,name,en}', details #>> '{series,name,zgh}'), 'UTF8')), 'hex'), 16)`,
      // Few sessions are longer; they are looked for apart, so that a window reads what begins near it.
      `create index session_long on session (site, starts_at, session)
        where end_date - start_date > 31`,
      `create index session_place on session (site, place_code, starts_at, session)`,
      `create index session_series on session (site, series, starts_at, session)
        where series is not null`,
      `create index session_parts on session (site, parent, starts_at, session)
        where parent is not null`,
      `create index session_audiences on session using gin (audiences)
        where audiences <> '{}'`,
      `create index session_words on session using gin (words)`,
    ],
  },
  {
    name: '0004-attendance-and-messages',
    statements: [
      `update session set details = '{"statusNote": null}'::jsonb || details`,
      `alter table registration add column checked_in_at timestamptz`,
      `create table outbox (
        site text not null,
        message text not null,
        session text not null,
        registration text not null,
        kind text not null,
        state text not null,
        facts jsonb not null,
        attempts integer not null,
        due_at timestamptz not null,
        created_at timestamptz not null,
        settled_at timestamptz,
        fault text,
        primary key (site, message),
        foreign key (site, registration) references registration
      )`,
      `create index outbox_due on outbox (site, due_at) where state = 'pending'`,
      `create index outbox_age on outbox (site, created_at, message)`,
    ],
  },
  {
    name: '0005-published-proposals',
    statements: [
      `alter table proposal
        add column words tsvector,
        add column supports integer not null default 0 check (supports >= 0),
        add column answered_at timestamptz`,
      `alter table proposal alter column supports drop default`,
      `create index proposal_supported on proposal (site, supports desc, moderated_at desc, reference desc)
        where moderation = 'published'`,
      `create index proposal_answered on proposal
        (site, (coalesce(answered_at, '-infinity')) desc, moderated_at desc, reference desc)
        where moderation = 'published'`,
      `create index proposal_axis on proposal (site, axis, moderated_at desc, reference desc)
        where moderation = 'published'`,
      `create index proposal_consultation on proposal
        (site, consultation, moderated_at desc, reference desc) where moderation = 'published'`,
      `create index proposal_place on proposal (site, place_code, moderated_at desc, reference desc)
        where moderation = 'published'`,
      `create index proposal_status on proposal (site, status, moderated_at desc, reference desc)
        where moderation = 'published'`,
      `create index proposal_words on proposal using gin (words) where moderation = 'published'`,
      `create table support (
        site text not null,
        reference text not null,
        device_hash text not null,
        primary key (site, reference, device_hash),
        foreign key (site, reference) references proposal
      )`,
    ],
  },
  {
    name: '0006-moderation',
    statements: [
      `alter table proposal
        add column answer jsonb,
        add column merged_into text,
        add column duplicate_group text,
        add column grouped_at timestamptz,
        add column likeness text[] not null default '{}'`,
      `update proposal set duplicate_group = reference, grouped_at = received_at`,
      `alter table proposal
        alter column duplicate_group set not null,
        alter column grouped_at set not null,
        add foreign key (site, merged_into) references proposal deferrable initially deferred`,
      `drop index proposal_received`,
      `create index proposal_queue
        on proposal (site, moderation, grouped_at, duplicate_group, received_at, reference)`,
      `create index proposal_likeness on proposal using gin (likeness) where likeness <> '{}'`,
      `create index proposal_merged on proposal (site, merged_into) where merged_into is not null`,
      `create table author_question (
        site text not null,
        question text not null,
        proposal text not null,
        words text not null,
        language text not null,
        asked_at timestamptz not null,
        reply text,
        reply_language text,
        replied_at timestamptz,
        primary key (site, question),
        foreign key (site, proposal) references proposal
      )`,
      `create index author_question_proposal on author_question (site, proposal, asked_at)`,
      `create unique index author_question_open on author_question (site, proposal)
        where replied_at is null`,
      `create table audit (
        site text not null references site,
        entry text not null,
        at timestamptz not null,
        actor text,
        action text not null,
        proposal text not null,
        detail text,
        primary key (site, entry)
      )`,
      `create index audit_age on audit (site, at, entry)`,
      `create index audit_proposal on audit (site, proposal, at, entry)`,
      // What was done stays on record: not even a mistake in this server can change it.
      `create function refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception 'The record is only ever added to.';
        end
      $$`,
      `create trigger audit_stays before update or delete or truncate on audit
        for each statement execute function refuse_change()`,
      `alter table outbox
        alter column session drop not null,
        alter column registration drop not null,
        add column proposal text,
        add foreign key (site, proposal) references proposal,
        add check (num_nonnulls(registration, proposal) = 1)`,
    ],
  },
  {
    name: '0007-paper',
    statements: [
      `alter table proposal add column collected_on date, add column import_key text`,
      `create unique index proposal_import on proposal (site, import_key) where import_key is not null`,
    ],
  },
  {
    name: '0008-receipt-keys',
    statements: [
      `create table receipt_key (
        site text not null references site,
        key text not null,
        public_key text not null,
        sealed_key text not null,
        since timestamptz not null,
        until timestamptz,
        primary key (site, key)
      )`,
      `create unique index receipt_key_in_force on receipt_key (site) where until is null`,
      `alter table proposal add column receipt_key text, add column receipt_signature text`,
    ],
  },
  {
    name: '0009-consultation-questions',
    statements: [
      `alter table consultation add column questions jsonb not null default '[]'`,
      `alter table proposal add column answers jsonb`,
    ],
  },
  {
    name: '0010-attachments',
    statements: [
      `update consultation set policy = '{"attachments": null}'::jsonb || policy`,
      `create table attachment (
        site text not null,
        attachment text not null,
        consultation text not null,
        media_type text not null,
        bytes integer not null,
        sha256 text not null,
        received integer not null,
        state text not null,
        refusal text,
        token_hash text not null,
        created_at timestamptz not null,
        proposal text,
        position integer,
        description text,
        primary key (site, attachment),
        unique (site, token_hash),
        foreign key (site, consultation) references consultation,
        foreign key (site, proposal) references proposal
      )`,
      `create index attachment_proposal on attachment (site, proposal, position)
        where proposal is not null`,
      `create index attachment_untaken on attachment (site, created_at) where proposal is null`,
      `create table attachment_part (
        site text not null,
        attachment text not null,
        start integer not null,
        content bytea not null,
        primary key (site, attachment, start),
        foreign key (site, attachment) references attachment on delete cascade
      )`,
      `create table attachment_content (
        site text not null,
        attachment text not null,
        content bytea not null,
        primary key (site, attachment),
        foreign key (site, attachment) references attachment on delete cascade
      )`,
      // Photos are packed already.
      `alter table attachment_part alter column content set storage external`,
      `alter table attachment_content alter column content set storage external`,
    ],
  },
  {
    name: '0011-axis-examples',
    statements: [
      `update consultation set axes = (
        select jsonb_agg('{"examples": []}'::jsonb || axis order by place)
        from jsonb_array_elements(axes) with ordinality as each (axis, place)
      )`,
    ],
  },
  {
    name: '0012-proposal-sessions',
    statements: [
      `alter table proposal
        add column session text,
        add foreign key (site, session) references session`,
      `create index proposal_session on proposal (site, session, moderated_at desc, reference desc)
        where moderation = 'published' and session is not null`,
    ],
  },
  {
    name: '0013-answer-files',
    statements: [`alter table attachment add column question text`],
  },
  {
    name: '0014-author-phone-and-written-languages',
    statements: [
      `alter table proposal
        add column author_phone text,
        add column title_language text,
        add column body_language text`,
    ],
  },
  {
    // The clocks of Morocco are not at UTC+1 any more from 20 September 2026, 02:00. Without this, what was stored before
    // that was known would stand an hour too early among the sessions of its day.
    name: '0015-hour-in-morocco',
    statements: [
      `update session
        set starts_at = (start_date + coalesce(start_clock, '00:00')::time) at time zone 'UTC'
        where lower(time_zone) in ('africa/casablanca', 'africa/el_aaiun')
          and start_date + coalesce(start_clock, '00:00')::time >= timestamp '2026-09-20 02:00'`,
    ],
  },
  {
    // Counted again every minute: nothing is lost with it, so it does not have to reach the disk.
    name: '0016-rate-limits',
    statements: [
      `create unlogged table rate_limit (
        key text primary key,
        points integer not null default 0,
        expire bigint
      )`,
    ],
  },
  {
    // Drawn at random: a version never comes twice, not even in a database that was set back.
    name: '0017-site-versions',
    statements: [
      `create table site_version (
        site text primary key,
        version uuid not null default gen_random_uuid()
      )`,
    ],
  },
  {
    name: '0018-confirmed-addresses',
    statements: [
      `alter table session add column several_per_contact boolean not null default false`,
      `alter table registration
        add column email_hash text,
        add column phone_hash text,
        add column confirm_by timestamptz,
        add column confirmed_at timestamptz`,
      `create index registration_email on registration (site, email_hash, session)
        where email_hash is not null`,
      `create index registration_phone on registration (site, session, phone_hash)
        where phone_hash is not null`,
      `create index registration_unconfirmed on registration (confirm_by)
        where confirm_by is not null and status <> 'cancelled'`,
    ],
  },
  {
    // Whole files in one row were in memory several times over whenever one was stored or read.
    name: '0019-attachment-pieces',
    statements: [
      `alter table attachment add column sender text`,
      `alter table attachment_content
        add column start integer not null default 0,
        drop constraint attachment_content_pkey`,
      `insert into attachment_content (site, attachment, start, content)
        select site, attachment, piece.start, substring(content from piece.start + 1 for 262144)
        from attachment_content as whole
          cross join lateral generate_series(262144, length(content) - 1, 262144) as piece (start)`,
      `update attachment_content set content = substring(content from 1 for 262144)
        where length(content) > 262144`,
      `alter table attachment_content
        alter column start drop default,
        add primary key (site, attachment, start)`,
    ],
  },
  {
    // Triggers keep a table from being spread over several machines. A chain of hashes shows what was changed instead; its
    // text is that of `sealOf` in participation/audit-chain.ts.
    name: '0020-audit-chain',
    statements: [
      `drop trigger audit_stays on audit`,
      `drop function refuse_change()`,
      `create table audit_head (
        site text primary key references site,
        number bigint not null,
        seal text not null
      )`,
      `alter table audit add column number bigint, add column seal text`,
      `do $$
        declare
          each record;
          last record;
        begin
          select null::text as site, 0::bigint as number, '' as seal into last;
          for each in select * from audit order by site, at, entry loop
            if each.site is distinct from last.site then
              select each.site, 0::bigint as number, '' as seal into last;
            end if;
            select each.site, last.number + 1 as number, encode(sha256(convert_to('[' || concat_ws(',',
              to_json(last.seal), to_json(each.site), last.number + 1, to_json(each.entry),
              to_json(to_char(each.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
              coalesce(to_json(each.actor)::text, 'null'), to_json(each.action), to_json(each.proposal),
              coalesce(to_json(each.detail)::text, 'null')) || ']', 'UTF8')), 'hex') as seal into last;
            update audit set number = last.number, seal = last.seal
              where site = each.site and entry = each.entry;
            insert into audit_head values (each.site, last.number, last.seal)
              on conflict (site) do update set number = excluded.number, seal = excluded.seal;
          end loop;
        end
      $$`,
      `alter table audit
        alter column number set not null,
        alter column seal set not null,
        add unique (site, number)`,
      // The owner of the tables could grant itself this right again, but no mistake in this server does.
      `revoke update, delete, truncate on audit from current_user`,
    ],
  },
  {
    name: '0021-files-elsewhere',
    statements: [
      `alter table attachment add column object text, add column object_sha256 text`,
      `create table attachment_object (
        site text not null references site,
        object text not null,
        attachment text not null,
        stored_at timestamptz not null,
        primary key (site, object)
      )`,
    ],
  },
  {
    // What is added to these indexes waited in a list, and every search read the whole list: up to 4 MB, by the next vacuum,
    // which nobody starts in an embedded database.
    name: '0022-words-at-once',
    statements: [
      'proposal_likeness',
      'proposal_words',
      'session_words',
      'session_audiences',
    ].flatMap((index) => [
      `alter index ${index} set (fastupdate = off)`,
      `select gin_clean_pending_list('${index}')`,
    ]),
  },
];
