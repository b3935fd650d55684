-- Access filters: what keys are bound to, written in the transaction that appends the event. A credential carries its
-- resolved filter, so that a verdict reads one row, and so that whatever changes a filter announces every credential
-- that it changes.

create table campaign (
    campaign_id  text primary key,
    workspace_id text    not null,
    collection   text    not null,
    container    text    not null,
    external_id  text    not null,
    archived     boolean not null default false,
    position     bigint  not null
);

comment on column campaign.external_id is 'The id as it stands in the hub''s paths.';

-- An archived campaign leaves its id to another.
create unique index campaign_external_id_taken on campaign (workspace_id, external_id) where not archived;

create table campaign_filter (
    campaign_id text   not null references campaign,
    name        text   not null,
    conditions  jsonb  not null,
    position    bigint not null,
    primary key (campaign_id, name)
);

-- One row for each key that is bound or documented; its secrets are rows of credential.
create table key_binding (
    credential_id    text primary key,
    campaign_id      text,
    filter_name      text,
    documentation_id text unique,
    revoked          boolean not null default false,
    check (campaign_id is not null or filter_name is null)
);

comment on column key_binding.revoked is 'The key as a whole: one that only lost its secrets can get a new one.';

create index key_binding_by_filter on key_binding (campaign_id, filter_name) where campaign_id is not null;

alter table credential
    add column campaign_id   text,
    add column filter_name   text,
    add column access_filter jsonb,
    add constraint bound_means_filtered check (
        (campaign_id is null) = (access_filter is null) and (campaign_id is not null or filter_name is null));

comment on column credential.access_filter is 'The filter as it is now; null for all rows of the workspace.';

create index credential_by_filter on credential (campaign_id, filter_name) where campaign_id is not null;

grant select, insert, update on campaign, key_binding to ${runtimeRole};
grant select, insert, update, delete on campaign_filter to ${runtimeRole};
