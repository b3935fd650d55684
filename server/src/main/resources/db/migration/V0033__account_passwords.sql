-- Argon2id hashes of people's passwords. A row is written in the transaction that appends the event which says that the
-- password was set, and erased in the one that closes the account. The ledger itself never has a hash.

create table account_password (
    account_id text primary key,
    hash       text not null check (hash like '$argon2id$%')
);

comment on table account_password is 'Hashes of passwords. Not part of the ledger.';

grant select, insert, update, delete on account_password to ${runtimeRole};
