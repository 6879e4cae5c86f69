-- Only the owner says for how many months entries are kept; runs again when the configuration changes.
update ${flyway:defaultSchema}.audit_keeping set months = nullif('${keepMonths}', '')::int;
