-- Authorization requests that apps have pushed (RFC 9126), for a minute. What was asked is sealed (AES-256-GCM) under the
-- request_uri itself, which only its digest is stored of: the database cannot tell a state or a challenge.

create table pushed_authorization_request (
    digest     bytea primary key check (octet_length(digest) = 32),
    app_id     text        not null,
    sealed     bytea       not null,
    expires_at timestamptz not null
);

create index pushed_authorization_request_expired on pushed_authorization_request (expires_at);

grant select, insert, delete on pushed_authorization_request to ${runtimeRole};
