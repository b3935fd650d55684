-- Searches go newest first, by time and then by position: one index for each thing that is searched by. Entries about one
-- credential are few, and have their index already.

create index audit_entry_by_time on audit_entry (at, position);
create index audit_entry_by_workspace_and_time on audit_entry (workspace_id, at, position) where workspace_id is not null;
create index audit_entry_by_actor_and_time on audit_entry (actor, at, position);
create index audit_entry_by_event_and_time on audit_entry (event, at, position);
