-- Organisations and who may act for them. A membership is a row read on each request, never a claim of a token.

create table organisation (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  fiscal_code text check (fiscal_code ~ '^[0-9]{11}$'),
  about text check (length(about) <= 2000),
  contact_email text not null check (length(contact_email) <= 254),
  contact_phone text check (length(contact_phone) <= 20),
  status text not null check (status in ('PENDING', 'VERIFIED', 'REJECTED', 'SUSPENDED')),
  reason text check (length(reason) <= 500),
  registered_at timestamptz not null,
  check (status not in ('REJECTED', 'SUSPENDED') or reason is not null)
);

-- A pending registration must not keep the real organisation out, so the code is unique among the verified only.
create unique index organisation_fiscal_code on organisation (fiscal_code) where status in ('VERIFIED', 'SUSPENDED');
create index organisation_by_status on organisation (status, id);

create table membership (
  organisation_id uuid not null references organisation,
  subject uuid not null,
  role text not null check (role in ('OWNER', 'MEMBER')),
  joined_at timestamptz not null,
  primary key (organisation_id, subject)
);

create index membership_by_subject on membership (subject, organisation_id);
