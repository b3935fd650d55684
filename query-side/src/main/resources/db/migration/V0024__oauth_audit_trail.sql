-- Which app and which person an entry is about. An entry about a grant names the grant as its credential, as verdicts
-- do, and has its app and person beside it.

alter table audit_entry
    add column app_id     text,
    add column account_id text;

create index audit_entry_by_app on audit_entry (app_id, position) where app_id is not null and credential_id is null;
create index audit_entry_by_account on audit_entry (account_id, position)
    where account_id is not null and credential_id is null;
