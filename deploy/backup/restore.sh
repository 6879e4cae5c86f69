#!/bin/bash
# Restores a copy made by backup.sh into an empty data directory, up to an instant if one is named.
# BACKUP_DIR=/backup/supervision restore.sh 20260401T180000Z /var/lib/postgresql/18/main ['2026-04-02 09:30:00+08']
# Stop the application on all nodes and the server before; afterwards start the server, verify the audit trail (page
# "审计—核验") and only then let people in. src/docs/manuals/operator.md says what to do with what the trail is missing.
set -euo pipefail
# Debian keeps it off the path.
command -v pg_verifybackup >/dev/null || PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
: "${BACKUP_DIR:?}"
base=$BACKUP_DIR/base/${1:?which copy}
data=${2:?data directory}
until=${3:-}

[ -d "$base" ] || { echo "no copy $base" >&2; exit 1; }
[ -z "$(ls -A "$data" 2>/dev/null)" ] || { echo "$data is not empty" >&2; exit 1; }

pg_verifybackup --quiet "$base"
mkdir -p "$data"
cp -a "$base/." "$data/"
chmod 700 "$data"
{
    echo "restore_command = 'cp $BACKUP_DIR/wal/%f %p'"
    [ -z "$until" ] || echo "recovery_target_time = '$until'"
    echo "recovery_target_action = 'promote'"
} >>"$data/postgresql.auto.conf"
touch "$data/recovery.signal"
echo "restored $base to $data; start the server"
