-- Browsers in which somebody is signed in. What the browser holds is known by its digest alone. Not part of the ledger.

create table sign_in_session (
    digest       bytea primary key check (octet_length(digest) = 32),
    account_id   text        not null,
    hub_id       text        not null,
    signed_in_at timestamptz not null,
    seen_at      timestamptz not null,
    ends_at      timestamptz not null
);

comment on column sign_in_session.ends_at is 'The end, however much the session is used.';

create index sign_in_session_by_account on sign_in_session (account_id);
create index sign_in_session_ended on sign_in_session (ends_at);

grant select, insert, update, delete on sign_in_session to ${runtimeRole};
