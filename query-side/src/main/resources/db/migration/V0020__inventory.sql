-- What admins look at: workspaces and keys as they are now. Written by a streaming processor, read by
-- lists and detail pages. Nothing here decides on a request.

create table inventory_workspace (
    workspace_id        text primary key,
    hub_id              text        not null,
    name                text        not null,
    plan                text        not null,
    external_id         text,
    suspended           boolean     not null default false,
    registered_at       timestamptz not null,
    registered_position bigint      not null,
    version             bigint      not null
);

create index inventory_workspace_by_hub on inventory_workspace (hub_id, registered_position);

create table inventory_key (
    key_id               text primary key,
    workspace_id         text        not null,
    hub_id               text        not null,
    name                 text        not null,
    scopes               text[]      not null,
    expires_at           timestamptz,
    allowed_cidrs        text[]      not null,
    metadata             jsonb       not null,
    hint                 text        not null,
    generation           int         not null,
    previous_generation  int,
    previous_hint        text,
    previous_valid_until timestamptz,
    issued_at            timestamptz not null,
    issued_by            text        not null,
    issued_position      bigint      not null,
    revoked_at           timestamptz,
    version              bigint      not null
);

create index inventory_key_by_workspace on inventory_key (workspace_id, issued_position);

grant select, insert, update, delete, truncate on inventory_workspace, inventory_key to ${runtimeRole};
