-- OAuth: apps, the people who use them, and what they have granted, written in the transaction that appends the event.
-- An access token is a row of credential like any key; what it depends on (its app, its person) stands here once, so
-- that deleting an app or removing a person changes one row, however many tokens there are.

create table oauth_app (
    app_id        text primary key,
    hub_id        text    not null,
    workspace_id  text    not null,
    name          text    not null,
    logo          text,
    type          text    not null check (type in ('confidential', 'public')),
    redirect_uris text[]  not null,
    scopes        text[]  not null,
    deleted       boolean not null default false,
    position      bigint  not null
);

create index oauth_app_by_workspace on oauth_app (workspace_id);

create table oauth_app_secret (
    app_id      text  not null references oauth_app,
    generation  int   not null check (generation > 0),
    digest      bytea not null unique check (octet_length(digest) = 32),
    pepper      text  not null,
    valid_until timestamptz,
    primary key (app_id, generation)
);

comment on column oauth_app_secret.valid_until is 'When a rotation ends this secret; null for the current one.';

create table account (
    account_id text primary key,
    hub_id     text    not null,
    email      text    not null,
    name       text    not null,
    issuer     text,
    subject    text,
    closed     boolean not null default false,
    position   bigint  not null,
    check ((issuer is null) = (subject is null))
);

-- A closed account leaves its address and its identity to another.
create unique index account_email_taken on account (hub_id, lower(email)) where not closed;
create unique index account_identity_taken on account (hub_id, issuer, subject) where not closed and issuer is not null;

create table membership (
    account_id   text   not null references account,
    workspace_id text   not null,
    role         text   not null check (role in ('admin', 'auditor', 'member')),
    position     bigint not null,
    primary key (account_id, workspace_id)
);

create index membership_by_workspace on membership (workspace_id);

create table oauth_grant (
    grant_id     text primary key,
    hub_id       text        not null,
    app_id       text        not null,
    account_id   text,
    workspace_id text        not null,
    scopes       text[]      not null,
    bound_key    text,
    ends_at      timestamptz not null,
    ended        boolean     not null default false,
    position     bigint      not null
);

comment on column oauth_grant.account_id is 'The person that the app acts for; null when it acts for itself.';

create index oauth_grant_by_app on oauth_grant (app_id) where not ended;
create index oauth_grant_over on oauth_grant (ends_at);
create index oauth_grant_by_account on oauth_grant (account_id) where not ended and account_id is not null;

-- Codes and refresh tokens, used ones too: that a used one comes back must be noticed.
create table grant_secret (
    digest     bytea primary key check (octet_length(digest) = 32),
    pepper     text        not null,
    grant_id   text        not null,
    kind       text        not null check (kind in ('code', 'refresh_token')),
    generation int         not null check (generation >= 0),
    expires_at timestamptz not null
);

comment on column grant_secret.generation is '0 for the code; refresh tokens count from 1.';

create index grant_secret_by_grant on grant_secret (grant_id);
create index grant_secret_expired on grant_secret (expires_at);

-- What a grant's tokens depend on besides themselves. A grant without its app, or of a person who does not belong to the
-- workspace, opens nothing, whatever its own row says.
create view oauth_grant_standing as
    select g.*, a.scopes as app_scopes,
        g.ended or a.app_id is null or a.deleted or (g.account_id is not null and m.account_id is null) as dead
    from oauth_grant g left join oauth_app a using (app_id)
        left join membership m on m.account_id = g.account_id and m.workspace_id = g.workspace_id;

alter table credential
    add column app_id     text,
    add column account_id text,
    add column bound_key  text,
    add column issued_at  timestamptz,
    add constraint only_tokens_are_delegated check (
        kind = 'access_token' or (app_id is null and account_id is null and bound_key is null)),
    add constraint tokens_have_an_app check (
        kind <> 'access_token' or (app_id is not null and issued_at is not null and expires_at is not null));

comment on column credential.issued_at is 'When an access token was issued; null for keys.';

create index credential_by_app on credential (app_id) where app_id is not null and not revoked;
create index credential_by_account on credential (account_id, workspace_id) where account_id is not null and not revoked;
create index credential_expired_token on credential (expires_at) where kind = 'access_token';

-- What the consent page calls a workspace.
alter table workspace_standing add column name text;

do $$
begin
    if to_regclass('inventory_workspace') is not null then
        update workspace_standing w set name = i.name from inventory_workspace i where i.workspace_id = w.workspace_id;
    end if;
    update workspace_standing set name = workspace_id where name is null;
end
$$;

alter table workspace_standing alter column name set not null;

-- Tells nodes of the live tokens that a change concerns; of very many, by telling them to forget everything. A node's
-- clock may be behind, so to it what has expired a moment ago may be alive. One query for each sort of change, so that
-- each has its own plan: they run while all appends wait.

create function many_tokens() returns int language sql immutable return 1000;

create function surely_expired() returns timestamptz language sql stable return now() - interval '1 minute';

create function announce_tokens(concerned text[], at bigint) returns void language plpgsql as $$
begin
    if cardinality(concerned) > many_tokens() then
        perform pg_notify('keyledger_changes', 'all');
    else
        perform announce('credential', null, key, at) from unnest(concerned) as key;
    end if;
end
$$;

create function announce_oauth_app() returns trigger language plpgsql as $$
declare
    app constant text := coalesce(new.app_id, old.app_id);
begin
    perform announce_tokens(
        array(select encode(digest, 'hex') from credential
            where app_id = app and not revoked and expires_at > surely_expired()
            limit many_tokens() + 1),
        coalesce(new.position, old.position));
    return null;
end
$$;

create function announce_membership() returns trigger language plpgsql as $$
declare
    account constant text := coalesce(new.account_id, old.account_id);
    workspace constant text := coalesce(new.workspace_id, old.workspace_id);
begin
    perform announce_tokens(
        array(select encode(digest, 'hex') from credential
            where account_id = account and workspace_id = workspace
                and not revoked and expires_at > surely_expired()
            limit many_tokens() + 1),
        coalesce(new.position, old.position));
    return null;
end
$$;

create function announce_oauth_grant() returns trigger language plpgsql as $$
declare
    its_grant constant text := coalesce(new.grant_id, old.grant_id);
begin
    perform announce_tokens(
        array(select encode(digest, 'hex') from credential
            where credential_id = its_grant and not revoked and expires_at > surely_expired()
            limit many_tokens() + 1),
        coalesce(new.position, old.position));
    return null;
end
$$;

-- A row that takes another key is not among these: nothing does that.
create trigger announce_change after update or delete on oauth_app
    for each row execute function announce_oauth_app();
create trigger announce_change after insert or update or delete on membership
    for each row execute function announce_membership();
create trigger announce_change after update or delete on oauth_grant
    for each row execute function announce_oauth_grant();
create trigger announce_truncation after truncate on oauth_app for each statement execute function announce_all();
create trigger announce_truncation after truncate on membership for each statement execute function announce_all();
create trigger announce_truncation after truncate on oauth_grant for each statement execute function announce_all();

alter table oauth_app enable always trigger announce_change, enable always trigger announce_truncation;
alter table membership enable always trigger announce_change, enable always trigger announce_truncation;
alter table oauth_grant enable always trigger announce_change, enable always trigger announce_truncation;

-- Keys are never forgotten; tokens are, some time after they have expired: unknown and expired look alike to outsiders.
create function refuse_to_forget_credentials() returns trigger language plpgsql as $$
begin
    if old.kind <> 'access_token' or old.expires_at > now() then
        raise exception 'only expired access tokens may be forgotten'
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger keep_credentials before delete on credential
    for each row execute function refuse_to_forget_credentials();
alter table credential enable always trigger keep_credentials;

-- Proofs of possession (RFC 9449) that were used, until they would be refused for their age: each counts once, at
-- whatever node.
create table used_proof (
    digest     bytea primary key check (octet_length(digest) = 32),
    expires_at timestamptz not null
);

create index used_proof_expired on used_proof (expires_at);

grant delete on credential to ${runtimeRole};
grant select on oauth_grant_standing to ${runtimeRole};
grant select, insert, update on oauth_app, oauth_app_secret, account to ${runtimeRole};
grant select, insert, update, delete on membership, oauth_grant, grant_secret, used_proof to ${runtimeRole};
