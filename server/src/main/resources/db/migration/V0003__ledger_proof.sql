-- The Merkle tree over the ledger, and what was said of it under signature. Rows are added and never changed or removed,
-- as those of the ledger. That two nodes cannot grow it in two ways is in the keys: whatever comes next has one name.

create table ledger_origin (
    origin text    not null check (origin !~ '[[:space:]+]'),
    single boolean primary key default true check (single)
);

comment on table ledger_origin is 'Which ledger this is: the name that its checkpoints begin with. No other ledger has it.';

insert into ledger_origin (origin) values ('keyledger/' || gen_random_uuid());

create table ledger_leaves (
    first_index    bigint   primary key check (first_index >= 0),
    first_position bigint   not null unique,
    positions      bigint[] not null,
    hashes         bytea    not null,
    check (cardinality(positions) between 1 and 32 and octet_length(hashes) = 32 * cardinality(positions)),
    check (positions[1] = first_position),
    -- None goes beyond the next multiple of 32.
    check (first_index % 32 + cardinality(positions) <= 32)
);

comment on table ledger_leaves is 'The leaves of the tree: which entry of the ledger is which leaf. Append only.';
comment on column ledger_leaves.first_index is 'Index of the first leaf of this row; the leaves are counted from 0, without gaps.';
comment on column ledger_leaves.positions is 'Position in the ledger of the entry that each leaf is.';
comment on column ledger_leaves.hashes is 'The hashes of the leaves, 32 bytes each.';

create table ledger_tree_node (
    level smallint not null check (level > 0 and level % 5 = 0),
    index bigint   not null check (index >= 0),
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, index)
);

comment on table ledger_tree_node is 'Roots of complete subtrees of 32, 1024, 32768 … leaves. Append only.';

create table ledger_checkpoint (
    size bigint primary key check (size > 0),
    note text   not null
);

comment on table ledger_checkpoint is 'Signed statements of how large the ledger was and which root its tree had. Append only.';

create trigger append_only before update or delete or truncate on ledger_origin
    for each statement execute function refuse_to_change_the_ledger();
create trigger append_only before update or delete or truncate on ledger_leaves
    for each statement execute function refuse_to_change_the_ledger();
create trigger append_only before update or delete or truncate on ledger_tree_node
    for each statement execute function refuse_to_change_the_ledger();
create trigger append_only before update or delete or truncate on ledger_checkpoint
    for each statement execute function refuse_to_change_the_ledger();

alter table ledger_origin enable always trigger append_only;
alter table ledger_leaves enable always trigger append_only;
alter table ledger_tree_node enable always trigger append_only;
alter table ledger_checkpoint enable always trigger append_only;

grant select on ledger_origin to ${runtimeRole};
grant select, insert on ledger_leaves, ledger_tree_node, ledger_checkpoint to ${runtimeRole};

create table ledger_verification (
    id                    bigint generated always as identity primary key,
    started_at            timestamptz not null default now(),
    started_by            text        not null,
    seen_at               timestamptz not null default now(),
    size                  bigint      not null,
    position              bigint      not null,
    checked               bigint      not null default 0,
    finished_at           timestamptz,
    result                text check (result in ('sound', 'difference', 'failed', 'abandoned')),
    difference            text,
    difference_position   bigint,
    difference_event      text,
    difference_checkpoint bigint,
    explanation           text,
    check ((finished_at is null) = (result is null))
);

comment on table ledger_verification is 'Who has had the ledger verified, up to where, and what was found.';

-- One at a time, on whatever node.
create unique index ledger_verification_running on ledger_verification ((true)) where finished_at is null;

grant select, insert, update on ledger_verification to ${runtimeRole};
