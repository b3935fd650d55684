-- One row for each Idempotency-Key that a caller has used, kept for a day. What was answered is sealed
-- under a key that only the caller's own credential opens: the answer may hold a secret.

create table idempotent_call (
    caller        text        not null,
    key_digest    bytea       not null,
    fingerprint   bytea       not null,
    claimed_until timestamptz not null,
    sealed_plan   bytea       not null,
    sealed_answer bytea,
    created_at    timestamptz not null default now(),
    primary key (caller, key_digest)
);

comment on column idempotent_call.sealed_plan is
    'identifiers and secrets minted for the call, so that a retry after a crash has the same effect';

create index idempotent_call_by_age on idempotent_call (created_at);

grant select, insert, update, delete on idempotent_call to ${runtimeRole};
