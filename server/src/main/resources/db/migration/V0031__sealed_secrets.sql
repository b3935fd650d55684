-- Secrets of hubs whose profile says “recoverable”, sealed (AES-256-GCM) under a key that is not in the database. A row
-- is written in the transaction that appends the event which brings the secret, and erased in the one that ends it.

create table sealed_secret (
    credential_id text  not null,
    generation    int   not null check (generation > 0),
    hub_id        text  not null,
    reveal_key    text  not null,
    ciphertext    bytea not null,
    primary key (credential_id, generation)
);

comment on table sealed_secret is 'Sealed copies of live secrets that can be shown again. Not part of the ledger.';
comment on column sealed_secret.reveal_key is 'Names the key it is sealed under; says nothing of the key.';

create index sealed_secret_by_hub on sealed_secret (hub_id);
create index sealed_secret_by_reveal_key on sealed_secret (reveal_key);

grant select, insert, update, delete on sealed_secret to ${runtimeRole};
