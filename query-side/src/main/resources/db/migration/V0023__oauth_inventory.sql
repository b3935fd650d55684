-- What admins look at: OAuth apps, people, who belongs where, and what they have granted. Nothing here decides on a
-- request.

create table inventory_oauth_app (
    app_id               text primary key,
    workspace_id         text        not null,
    hub_id               text        not null,
    name                 text        not null,
    redirect_uris        text[]      not null,
    logo                 text,
    scopes               text[]      not null,
    type                 text        not null,
    hint                 text,
    generation           int,
    previous_hint        text,
    previous_valid_until timestamptz,
    registered_at        timestamptz not null,
    registered_by        text        not null,
    registered_position  bigint      not null,
    deleted_at           timestamptz,
    version              bigint      not null
);

create index inventory_oauth_app_by_workspace on inventory_oauth_app (workspace_id, registered_position);

create table inventory_account (
    account_id          text primary key,
    hub_id              text        not null,
    email               text        not null,
    name                text        not null,
    issuer              text,
    subject             text,
    password_set_at     timestamptz,
    registered_at       timestamptz not null,
    registered_by       text        not null,
    registered_position bigint      not null,
    closed_at           timestamptz,
    version             bigint      not null
);

create index inventory_account_by_hub on inventory_account (hub_id, registered_position);

create table inventory_member (
    account_id      text        not null references inventory_account on delete cascade,
    workspace_id    text        not null,
    role            text        not null,
    joined_at       timestamptz not null,
    joined_position bigint      not null,
    primary key (account_id, workspace_id)
);

create index inventory_member_by_workspace on inventory_member (workspace_id, joined_position);
create index inventory_member_by_account on inventory_member (account_id, joined_position);

create table inventory_grant (
    grant_id         text primary key,
    hub_id           text        not null,
    workspace_id     text        not null,
    app_id           text        not null,
    account_id       text,
    scopes           text[]      not null,
    bound_key        text,
    generation       int         not null,
    granted_at       timestamptz not null,
    granted_position bigint      not null,
    last_issued_at   timestamptz,
    expires_at       timestamptz not null,
    ends_at          timestamptz not null,
    revoked_at       timestamptz,
    cause            text,
    version          bigint      not null
);

comment on column inventory_grant.account_id is 'The person that the app acts for; null when it acts for itself.';
comment on column inventory_grant.expires_at is 'When all of it has expired, unless it is refreshed before.';

create index inventory_grant_in_order on inventory_grant (granted_position);
create index inventory_grant_by_workspace on inventory_grant (workspace_id, granted_position);
create index inventory_grant_by_app on inventory_grant (app_id, granted_position);
create index inventory_grant_by_account on inventory_grant (account_id, granted_position) where account_id is not null;

grant select, insert, update, delete, truncate
    on inventory_oauth_app, inventory_account, inventory_member, inventory_grant to ${runtimeRole};
