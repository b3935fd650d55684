-- Rebuilding read models while they serve. The new tables grow in a schema of their own, under the names of the old ones,
-- and take their place in one transaction. Whoever reads finds a whole table under the name at all times, and later
-- migrations find every table, index and constraint under the name that they know.

create schema keyledger_rebuild;
comment on schema keyledger_rebuild is 'Tables of read models that are being rebuilt. Empty when none is.';
grant usage on schema keyledger_rebuild to ${runtimeRole};

-- A migration that adds a table to a read model adds it here, too. A rebuild of a read model with a table that is missing
-- here fails at the first entry for it.
create table projection_table (
    table_name text primary key,
    projection text not null
);

insert into projection_table values
    ('audit_entry', 'audittrail'),
    ('inventory_workspace', 'inventory'),
    ('inventory_campaign', 'inventory'),
    ('inventory_filter', 'inventory'),
    ('inventory_key', 'inventory'),
    ('inventory_oauth_app', 'inventory'),
    ('inventory_account', 'inventory'),
    ('inventory_member', 'inventory'),
    ('inventory_grant', 'inventory');

grant select on projection_table to ${runtimeRole};

create table projection_rebuild (
    number         bigint generated always as identity primary key,
    rebuild_id     uuid        not null unique,
    projection     text        not null,
    state          text        not null default 'running' check (state in ('running', 'switched', 'cancelled')),
    started_by     text        not null,
    on_behalf_of   text,
    source_address text,
    correlation_id text        not null,
    reason         text,
    started_at     timestamptz not null default clock_timestamp(),
    prepared       boolean     not null default false,
    position       bigint      not null default 0,
    entries        bigint      not null default 0,
    per_second     double precision,
    owner          text,
    seen_at        timestamptz,
    obstacle       text,
    ended_at       timestamptz,
    ended_by       text,
    compared_at    bigint,
    comparison     jsonb,
    check ((state = 'running') = (ended_at is null))
);

comment on table projection_rebuild is 'Every rebuild of a read model that was ever started. What has ended is never changed.';
comment on column projection_rebuild.prepared is 'Whether the new tables are there.';
comment on column projection_rebuild.position is 'The entry of the ledger that the new tables have taken in last.';
comment on column projection_rebuild.owner is 'The node that works on it; its claim ends ten seconds after seen_at.';
comment on column projection_rebuild.obstacle is 'Why the last attempt failed. Another one follows.';
comment on column projection_rebuild.ended_by is 'Who has cancelled it; null for one that has ended by itself.';
comment on column projection_rebuild.comparison is 'What the old and the new tables held at the position compared_at.';

create unique index projection_rebuild_one_at_a_time on projection_rebuild (projection) where state = 'running';
create index projection_rebuild_in_order on projection_rebuild (projection, number);

create function refuse_to_change_what_has_ended() returns trigger language plpgsql as $$
begin
    raise exception 'rebuild % has ended: its record is not changed', old.number using errcode = 'insufficient_privilege';
end
$$;

create trigger ended before update on projection_rebuild
    for each row when (old.state <> 'running') execute function refuse_to_change_what_has_ended();

grant select, insert, update on projection_rebuild to ${runtimeRole};

-- The functions run as the owner of the tables, for the runtime role may define none. They do nothing but what a rebuild
-- needs, and to nothing but the tables that are listed above.

create function rebuild_drop_new(name text) returns void language plpgsql as $$
declare
    doomed text;
begin
    select string_agg(format('keyledger_rebuild.%I', table_name), ', ') into doomed
        from projection_table where projection = name;
    execute 'drop table if exists ' || doomed;
end
$$;

-- “rebuild” in ASCII: tables are made and discarded by one transaction at a time, so that who removes leftovers never
-- meets the tables of the next rebuild.
create function rebuild_take_turn() returns void language sql as $$ select pg_advisory_xact_lock(x'72656275696c64'::bigint) $$;

create function rebuild_prepare(name text) returns void language plpgsql security definer as $$
declare
    home text := current_schema();
    path text := current_setting('search_path');
    definition text;
    definitions text[];
begin
    perform rebuild_take_turn();
    perform rebuild_drop_new(name);
    for definition in
        select format('create table keyledger_rebuild.%I (like %I.%I including all excluding indexes excluding constraints)',
                table_name, home, table_name)
            from projection_table where projection = name
        union all
        select format('grant %s on keyledger_rebuild.%I to %s', privilege_type, table_name,
                case grantee when 0 then 'public' else grantee::regrole::text end)
            from projection_table join pg_class on pg_class.oid = format('%I.%I', home, table_name)::regclass
                cross join aclexplode(relacl)
            where projection = name and grantee <> relowner
    loop
        execute definition;
    end loop;
    -- What is found without the name of a schema is written without it: read here, each definition means the old tables,
    -- and carried out there, the new ones.
    select array_agg(sql order by turn) into definitions from (
        select case contype when 'f' then 3 else 1 end as turn,
                format('alter table %I add constraint %I %s', table_name, conname, pg_get_constraintdef(oid, true)) as sql
            from projection_table join pg_constraint on conrelid = format('%I.%I', home, table_name)::regclass
            where projection = name and contype in ('p', 'u', 'x', 'c', 'f')
        union all
        select 2, pg_get_indexdef(indexrelid, 0, true)
            from projection_table join pg_index on indrelid = format('%I.%I', home, table_name)::regclass
            where projection = name and not exists (select from pg_constraint where conindid = indexrelid)) as parts;
    perform set_config('search_path', 'keyledger_rebuild, pg_temp', true);
    foreach definition in array definitions loop
        execute definition;
    end loop;
    perform set_config('search_path', path, true);
end
$$;

comment on function rebuild_prepare(text) is 'Makes the new tables of a read model, empty, as the old ones are defined now.';

create function rebuild_discard(name text) returns void language plpgsql security definer as $$
begin
    perform rebuild_take_turn();
    if not exists (select from projection_rebuild where projection = name and state = 'running') then
        perform rebuild_drop_new(name);
    end if;
end
$$;

comment on function rebuild_discard(text) is 'Drops the new tables of a read model, unless a rebuild of it runs.';

create function rebuild_shape(home text, name text) returns text language sql stable as $$
    select string_agg(part, ' ' order by part) from (
        select format('%s(%s)', table_name, string_agg(
                format('%s %s %s', attname, format_type(atttypid, atttypmod), attnotnull), ',' order by attnum)) as part
            from projection_table join pg_attribute on attrelid = to_regclass(format('%I.%I', home, table_name))
            where projection = name and attnum > 0 and not attisdropped group by table_name
        union all
        select relname from projection_table
            join pg_index on indrelid = to_regclass(format('%I.%I', home, table_name))
            join pg_class on pg_class.oid = indexrelid
            where projection = name) as parts
$$;

comment on function rebuild_shape(text, text) is 'Columns and indexes of the tables of a read model in a schema.';

create function rebuild_is_stale(name text) returns boolean language sql stable security definer as $$
    select rebuild_shape('keyledger_rebuild', name) is distinct from rebuild_shape(current_schema()::text, name)
$$;

comment on function rebuild_is_stale(text) is 'Whether the new tables are not defined as the old ones are now: a migration came between.';

create function rebuild_analyze(name text) returns void language plpgsql security definer as $$
begin
    execute (select 'analyze ' || string_agg(format('keyledger_rebuild.%I', table_name), ', ')
        from projection_table where projection = name);
end
$$;

comment on function rebuild_analyze(text) is 'Lets the planner know the new tables before anybody reads them.';

create function rebuild_switch(name text) returns void language plpgsql security definer as $$
declare
    home text := current_schema();
    named text;
begin
    -- First, so that no migration comes between the look at the tables and the switch.
    execute (select 'lock table ' || string_agg(format('%I.%I', home, table_name), ', ') || ' in access exclusive mode'
        from projection_table where projection = name);
    if rebuild_is_stale(name) then
        raise exception 'the tables of % have changed since they were made anew', name;
    end if;
    execute (select 'drop table ' || string_agg(format('%I.%I', home, table_name), ', ')
        from projection_table where projection = name);
    for named in select table_name from projection_table where projection = name loop
        execute format('alter table keyledger_rebuild.%I set schema %I', named, home);
    end loop;
end
$$;

comment on function rebuild_switch(text) is 'Lets the new tables of a read model take the place of the old ones.';

-- With a path of their own, so that nobody who calls them can show them other tables.
do $$
declare
    func regprocedure;
begin
    foreach func in array array['rebuild_prepare(text)', 'rebuild_discard(text)', 'rebuild_is_stale(text)',
            'rebuild_analyze(text)', 'rebuild_switch(text)']::regprocedure[] loop
        execute format('alter function %s set search_path = %I, pg_temp', func, current_schema());
        execute format('revoke all on function %s from public', func);
        execute format('grant execute on function %s to ${runtimeRole}', func);
    end loop;
end
$$;
