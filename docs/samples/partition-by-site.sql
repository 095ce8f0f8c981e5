-- Divides every table that holds the data of sites into parts by site. Run it once, with all server processes ended and a
-- backup made, on PostgreSQL 15 or newer:
--   psql "$DATABASE_URL" --single-transaction -v ON_ERROR_STOP=1 -f partition-by-site.sql
do $$
declare
  parts constant integer := 8;
  tables constant text[] := array(
    select c.relname::text from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'site' and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and not c.relispartition);
  foreign_keys constant text[] := array(
    select format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relname = any (tables)
      and c.relnamespace = current_schema()::regnamespace);
  statements text[];
  statement text;
  name text;
begin
  for statement in
    select format('alter table %I drop constraint %I', c.relname, k.conname)
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relname = any (tables)
      and c.relnamespace = current_schema()::regnamespace
  loop
    execute statement;
  end loop;
  foreach name in array tables loop
    -- Keys and indexes as they are; checks, defaults and ways of storing come along by themselves.
    statements := array(
      select format('alter table %I add constraint %I %s', name, conname, pg_get_constraintdef(oid))
      from pg_constraint where conrelid = name::regclass and contype in ('p', 'u')
      union all
      select pg_get_indexdef(indexrelid)
      from pg_index i where i.indrelid = name::regclass
        and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u')));
    execute format('alter table %I rename to undivided', name);
    execute format('create table %I (like undivided including defaults including constraints
      including storage) partition by hash (site)', name);
    for part in 0 .. parts - 1 loop
      execute format('create table %I partition of %I for values with (modulus %s, remainder %s)',
        name || '_part_' || part, name, parts, part);
    end loop;
    execute format('insert into %I select * from undivided', name);
    drop table undivided;
    foreach statement in array statements loop
      execute statement;
    end loop;
  end loop;
  foreach statement in array foreign_keys loop
    execute statement;
  end loop;
  revoke update, delete, truncate on audit from current_user;
end
$$;
