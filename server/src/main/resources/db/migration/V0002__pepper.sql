-- Which peppers digests were ever made under, and how to recognise them. A pepper itself is never in the database.

create table pepper (
    id            text primary key,
    fingerprint   bytea       not null check (octet_length(fingerprint) = 16),
    first_used_at timestamptz not null default now()
);

comment on table pepper is 'The peppers that were ever current. A node that does not know them would refuse valid credentials.';
comment on column pepper.fingerprint is 'HMAC-SHA-256 of a constant under the pepper, shortened: tells whether a pepper is the same, and nothing else.';

grant select, insert on pepper to ${runtimeRole};
