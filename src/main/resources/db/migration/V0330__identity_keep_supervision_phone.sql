-- what citizens are told to dial; no part of what is signed
alter table government add column supervision_phone text check (length(supervision_phone) between 1 and 40);
