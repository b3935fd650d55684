-- What admins look at: campaigns, their filters, and what keys are bound to. Nothing here decides on a request.

create table inventory_campaign (
    campaign_id      text primary key,
    workspace_id     text        not null,
    hub_id           text        not null,
    collection       text        not null,
    container        text        not null,
    external_id      text        not null,
    name             text        not null,
    schema           jsonb       not null,
    created_at       timestamptz not null,
    created_position bigint      not null,
    archived_at      timestamptz,
    version          bigint      not null
);

create index inventory_campaign_by_workspace on inventory_campaign (workspace_id, created_position);

create table inventory_filter (
    campaign_id      text   not null references inventory_campaign on delete cascade,
    name             text   not null,
    conditions       jsonb  not null,
    defined_position bigint not null,
    primary key (campaign_id, name)
);

create index inventory_filter_by_campaign on inventory_filter (campaign_id, defined_position);

alter table inventory_key
    add column campaign_id      text,
    add column filter_name      text,
    add column documentation_id text;

alter table audit_entry add column campaign_id text;

create index audit_entry_by_campaign on audit_entry (campaign_id, position) where campaign_id is not null;

grant select, insert, update, delete, truncate on inventory_campaign, inventory_filter to ${runtimeRole};
