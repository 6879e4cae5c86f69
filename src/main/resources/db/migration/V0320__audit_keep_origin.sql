-- Where the call came from an act was done by; null for what time has brought about. The seal vouches for it too.
alter table audit_entry add column origin text check (length(origin) between 1 and 45);
