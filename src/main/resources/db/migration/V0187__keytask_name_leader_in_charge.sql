-- account of the vice-mayor in charge; null while none is named
alter table key_task add leader_in_charge text;
