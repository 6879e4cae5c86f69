-- Functions that write queue and head as their owner run by their own triggers only: whoever may execute one could hang it
-- on a table of their own and have it write what they like. The triggers that exist need no right to go on.
revoke execute on function queue_audit_entries(), advance_audit_head() from public;
