-- The ledger: every change that was ever made, in the order of the commits. Rows are added and never changed or
-- removed, by nobody: the runtime role has no right to, and triggers refuse it to everybody else.

create table ledger_event (
    global_index         bigint generated always as identity primary key,
    event_identifier     text   not null,
    aggregate_identifier text   not null,
    sequence_number      bigint not null check (sequence_number >= 0),
    type                 text   not null,
    time_stamp           text   not null,
    payload_type         text   not null,
    payload_revision     text,
    payload              text   not null,
    meta_data            text   not null,
    constraint ledger_event_once unique (event_identifier),
    constraint ledger_event_in_sequence unique (aggregate_identifier, sequence_number)
);

comment on table ledger_event is 'The ledger: every change ever made to a hub, workspace, key, app or grant. Append only.';
comment on column ledger_event.global_index is 'Position in the ledger. Rises in the order of commits; a gap is an append that was rolled back.';
comment on column ledger_event.event_identifier is 'Identifies this entry; unique.';
comment on column ledger_event.aggregate_identifier is 'What was changed: the id of a hub, workspace, key, app or grant.';
comment on column ledger_event.sequence_number is 'Counts the changes of that one thing, from 0 without gaps.';
comment on column ledger_event.type is 'The kind of thing that was changed.';
comment on column ledger_event.time_stamp is 'When it was changed: ISO 8601, UTC, by the clock of the node that did it.';
comment on column ledger_event.payload_type is 'What happened: the logical name of the event, for example apikey.revoked.';
comment on column ledger_event.payload_revision is 'The revision of the form in which the event is written down.';
comment on column ledger_event.payload is 'The event as JSON. Holds no plaintext secret.';
comment on column ledger_event.meta_data is 'Who, from where, why and in which chain of causes, as JSON.';

create function refuse_to_change_the_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

comment on function refuse_to_change_the_ledger() is 'Refuses every change of what the ledger holds, to its owner too.';

create trigger append_only before update or delete or truncate on ledger_event
    for each statement execute function refuse_to_change_the_ledger();

-- Always: also in a session that replays a replication stream, where ordinary triggers are silent.
alter table ledger_event enable always trigger append_only;

grant select, insert on ledger_event to ${runtimeRole};
-- To read the position that the entry just written has got (currval).
grant select on sequence ledger_event_global_index_seq to ${runtimeRole};

create table ledger_token (
    processor_name text not null,
    segment        int  not null,
    token          text,
    token_type     text,
    time_stamp     text,
    owner          text,
    primary key (processor_name, segment)
);

comment on table ledger_token is 'How far each projection has read the ledger. Says nothing about credentials.';

grant select, insert, update, delete on ledger_token to ${runtimeRole};

create table ledger_snapshot (
    event_identifier     text   not null unique,
    aggregate_identifier text   not null,
    sequence_number      bigint not null,
    type                 text   not null,
    time_stamp           text   not null,
    payload_type         text   not null,
    payload_revision     text,
    payload              text   not null,
    meta_data            text   not null,
    primary key (aggregate_identifier, sequence_number)
);

comment on table ledger_snapshot is 'States of long-lived things, to save reading all their entries. Can be emptied at any time.';

grant select, insert, delete on ledger_snapshot to ${runtimeRole};
