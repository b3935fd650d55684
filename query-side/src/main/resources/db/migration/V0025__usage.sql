-- How much credentials are used. Every node adds what it has counted, some seconds late; nothing here decides on
-- anything, and nothing of it is in the ledger. A batch is added to all three tables in one transaction: each has the
-- whole truth at its resolution, for as long as it is kept, and none is made of another.

create table usage_minute (
    credential_id text        not null,
    at            timestamptz not null,
    code          text        not null,
    workspace_id  text        not null,
    requests      bigint      not null check (requests > 0),
    headroom      bigint[]    check (array_length(headroom, 1) = 2),
    primary key (credential_id, at, code)
) with (fillfactor = 80);

create table usage_hour (like usage_minute including all) with (fillfactor = 80);
create table usage_day (like usage_minute including all) with (fillfactor = 80);

comment on table usage_minute is 'Verdicts given, by minute. One verdict is one request, whatever it costs.';
comment on column usage_minute.credential_id is 'The key, the grant, or the app that acts for itself; the workspace, for those that a node had no room to count one by one.';
comment on column usage_minute.at is 'The beginning of the interval, UTC.';
comment on column usage_minute.code is 'How the requests ended: VALID, or the code of the refusal.';
comment on column usage_minute.headroom is 'The least that was left of the tightest budget, and what that budget holds when full. Null where nothing is limited.';

create index usage_minute_by_workspace on usage_minute (workspace_id, at);
create index usage_hour_by_workspace on usage_hour (workspace_id, at);
create index usage_day_by_workspace on usage_day (workspace_id, at);
create index usage_minute_by_age on usage_minute (at);
create index usage_hour_by_age on usage_hour (at);
create index usage_day_by_age on usage_day (at);

create table credential_last_used (
    credential_id text        primary key,
    at            timestamptz not null
) with (fillfactor = 80);

comment on table credential_last_used is 'When a key, a grant or an app was last used, however that ended.';

create table usage_batch (
    node   text        primary key,
    number bigint      not null,
    at     timestamptz not null
);

comment on table usage_batch is 'The last batch that each node has added, so that none counts twice when its answer was lost.';

grant select, insert, update, delete
    on usage_minute, usage_hour, usage_day, credential_last_used, usage_batch to ${runtimeRole};
