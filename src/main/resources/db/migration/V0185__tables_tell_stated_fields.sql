-- fields the document has a place for, be it empty; drafts of before were read as if they had all
alter table import_row add stated jsonb not null default '["number", "goal", "leadUnit", "supportingUnits", "section",
    "supervisionPhone", "verdict", "progress", "quarters.1.milestone", "quarters.1.actionSteps", "quarters.2.milestone",
    "quarters.2.actionSteps", "quarters.3.milestone", "quarters.3.actionSteps", "quarters.4.milestone",
    "quarters.4.actionSteps"]';
alter table import_row alter stated drop default;
