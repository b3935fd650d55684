-- What a workspace sees of each hub's API. Rows belong to a workspace; its id is Keyledger's.
create table tenant (
    hub       text not null,
    workspace text not null,
    primary key (hub, workspace)
);

create table hubnity_member (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    name text not null, email text not null, role text not null default 'member', active boolean not null default true,
    primary key (workspace, id));

create table hubnity_project (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    name text not null, lead text, status text not null default 'active',
    primary key (workspace, id));

create table hubnity_timesheet (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    member text not null, week text not null, minutes int not null, status text not null default 'open',
    primary key (workspace, id));

create table hubnity_time_entry (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    member text not null, project text not null, day date not null, minutes int not null, note text,
    primary key (workspace, id));

create table nextoria_project (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    name text not null, client_id text, status text not null default 'active', due_date date,
    primary key (workspace, id));

create table nextoria_task (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    project_id text not null, title text not null, status text not null default 'todo', assignee text, due_date date,
    primary key (workspace, id));

create table nextoria_client (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    name text not null, email text, country text,
    primary key (workspace, id));

create table nextoria_invoice (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    client_id text not null, number text not null, amount_cents bigint not null, currency text not null default 'EUR',
    status text not null default 'draft', due_date date,
    primary key (workspace, id));

create table nextoria_file (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    project_id text not null, name text not null, media_type text not null, size_bytes bigint not null,
    download_url text not null,
    primary key (workspace, id));

create table hubhus_campaign (
    workspace text not null, id text not null, name text not null,
    primary key (workspace, id));

create table hubhus_lead (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    campaign_id text not null, name text not null, email text, phone text, postal_code text,
    source text, product text, status text not null default 'New',
    primary key (workspace, id),
    foreign key (workspace, campaign_id) references hubhus_campaign (workspace, id));

create index on hubhus_lead (workspace, campaign_id, created_at);

create table onboardinghub_organisation (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    name text not null, domain text, external_id text,
    primary key (workspace, id));

create table onboardinghub_contact (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    email text not null, first_name text, last_name text, external_id text, organisation_id text,
    metadata jsonb not null default '{}',
    primary key (workspace, id), unique (workspace, email));

create table onboardinghub_guide (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    title text not null, slug text not null, step_count int not null,
    primary key (workspace, id));

create table onboardinghub_enrollment (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    contact_id text not null, guide_id text not null, status text not null default 'enrolled', progress int not null default 0,
    primary key (workspace, id));

create table onboardinghub_webhook (
    workspace text not null, id text not null, created_at timestamptz not null, updated_at timestamptz not null,
    url text not null, events jsonb not null default '[]', active boolean not null default true,
    primary key (workspace, id));
