-- Which text of a hub's profile file was published last at a start. A start publishes a file when its text is
-- another; so a profile that an admin has published since stands until somebody changes the file.

create table installed_profile (
    hub_id       text primary key,
    fingerprint  text        not null,
    published_at timestamptz not null default clock_timestamp()
);

grant select, insert, update on installed_profile to ${runtimeRole};
