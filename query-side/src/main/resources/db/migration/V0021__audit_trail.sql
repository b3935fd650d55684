-- What auditors look at: one row for each entry of the ledger, with what it is about and what it changed.
-- Written by a streaming processor; the ledger itself stays the truth, and this can be rebuilt from it.

create table audit_entry (
    position       bigint primary key,
    event_id       text        not null,
    at             timestamptz not null,
    event          text        not null,
    hub_id         text,
    workspace_id   text,
    credential_id  text,
    actor          text        not null,
    on_behalf_of   text,
    source_address text,
    correlation_id text        not null,
    causation_id   text        not null,
    reason         text,
    changes        jsonb       not null
);

create index audit_entry_by_credential on audit_entry (credential_id, position) where credential_id is not null;
create index audit_entry_by_workspace on audit_entry (workspace_id, position) where workspace_id is not null;

grant select, insert, update, delete, truncate on audit_entry to ${runtimeRole};
