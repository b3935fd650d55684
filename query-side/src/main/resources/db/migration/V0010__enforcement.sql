-- What decides on requests: one row for each secret, workspace and hub, written in the transaction that appends
-- the event. Whatever commits a change here, be it Keyledger or psql, tells every node at commit.

create table credential (
    digest        bytea primary key check (octet_length(digest) = 32),
    pepper        text        not null,
    credential_id text        not null,
    generation    int         not null check (generation > 0),
    kind          text        not null check (kind in ('api_key', 'access_token')),
    workspace_id  text        not null,
    scopes        text[]      not null,
    allowed_cidrs text[]      not null,
    expires_at    timestamptz,
    grace_ends_at timestamptz,
    revoked       boolean     not null default false,
    position      bigint      not null,
    -- Neither setting the key's expiry nor rotating it again can lengthen the other's term.
    valid_until   timestamptz generated always as (least(expires_at, grace_ends_at)) stored,
    unique (credential_id, generation)
);

comment on table credential is 'One row for each secret of a key. Rows of revoked secrets stay.';
comment on column credential.expires_at is 'The key''s own expiry; null when it has none.';
comment on column credential.grace_ends_at is 'When a rotation ends this secret; null for the current one.';

create index credential_to_retire on credential (grace_ends_at) where grace_ends_at is not null and not revoked;

create table workspace_standing (
    workspace_id text primary key,
    hub_id       text    not null,
    external_id  text,
    plan         text    not null,
    suspended    boolean not null default false,
    position     bigint  not null,
    constraint workspace_external_id_taken unique (hub_id, external_id)
);

create table hub_profile (
    hub_id   text primary key,
    version  int    not null check (version > 0),
    prefix   text   not null constraint hub_prefix_taken unique,
    profile  text   not null check (json_typeof(profile::json) = 'object'),
    position bigint not null
);

comment on column hub_profile.profile is 'JSON, as text: the order of its members has a meaning.';

-- Nodes that judge from memory. Leases run by the nodes' own monotonic clocks; what stands here lets a node that
-- has just come learn which others there are.
create table node (
    name         text primary key,
    lease_millis bigint      not null check (lease_millis > 0),
    started_at   timestamptz not null default clock_timestamp(),
    seen_at      timestamptz not null default clock_timestamp()
);

-- The channel: one message for each changed row, “kind key position”. PostgreSQL delivers messages at commit, in
-- the order of commits. A row that takes another key is a change of both.

create function announce(kind text, old_key text, new_key text, at bigint) returns void language plpgsql as $$
begin
    if new_key is not null then
        perform pg_notify('keyledger_changes', kind || ' ' || new_key || ' ' || at);
    end if;
    if old_key is not null and old_key is distinct from new_key then
        perform pg_notify('keyledger_changes', kind || ' ' || old_key || ' ' || at);
    end if;
end
$$;

create function announce_credential() returns trigger language plpgsql as $$
begin
    perform announce('credential', encode(old.digest, 'hex'), encode(new.digest, 'hex'),
        coalesce(new.position, old.position));
    return null;
end
$$;

create function announce_workspace_standing() returns trigger language plpgsql as $$
begin
    perform announce('workspace', old.workspace_id, new.workspace_id, coalesce(new.position, old.position));
    return null;
end
$$;

create function announce_hub_profile() returns trigger language plpgsql as $$
begin
    perform announce('hub', old.hub_id, new.hub_id, coalesce(new.position, old.position));
    return null;
end
$$;

create function announce_all() returns trigger language plpgsql as $$
begin
    perform pg_notify('keyledger_changes', 'all');
    return null;
end
$$;

create trigger announce_change after insert or update or delete on credential
    for each row execute function announce_credential();
create trigger announce_change after insert or update or delete on workspace_standing
    for each row execute function announce_workspace_standing();
create trigger announce_change after insert or update or delete on hub_profile
    for each row execute function announce_hub_profile();

create trigger announce_truncation after truncate on credential for each statement execute function announce_all();
create trigger announce_truncation after truncate on workspace_standing for each statement execute function announce_all();
create trigger announce_truncation after truncate on hub_profile for each statement execute function announce_all();

-- “always”: also for rows that replication or a restore brings in.
alter table credential enable always trigger announce_change, enable always trigger announce_truncation;
alter table workspace_standing enable always trigger announce_change, enable always trigger announce_truncation;
alter table hub_profile enable always trigger announce_change, enable always trigger announce_truncation;

-- A secret is never forgotten, so that “revoked” can be told from “never heard of”: no delete.
grant select, insert, update on credential, workspace_standing, hub_profile to ${runtimeRole};
grant select, insert, update, delete on node to ${runtimeRole};
