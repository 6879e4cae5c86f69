-- On which grounds a publication leaves key tasks out, with how many; unknown of those that were signed before.
alter table publication add withheld_grounds jsonb not null default '{}';
