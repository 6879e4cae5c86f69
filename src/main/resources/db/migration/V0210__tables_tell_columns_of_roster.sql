-- What is read of a roster and what is not, with what a person said of its columns; null for those of before.
alter table roster add column source jsonb;
-- Kept while the roster is a draft, to be read again once somebody has said what its columns hold.
alter table roster add column file bytea;
