#!/bin/bash
# A full copy of the database, with which and the archived write-ahead log every later instant can be restored.
# Daily, by cron, as a user who may read $BACKUP_DIR: BACKUP_DIR=/backup/supervision PGHOST=… PGUSER=supervision_backup backup.sh
# PGUSER has the attribute replication and nothing else; its password or certificate is in ~/.pgpass (mode 600) or in
# PGSSLCERT/PGSSLKEY. In postgresql.conf of the server: wal_level = replica, archive_mode = on,
# archive_command = 'test ! -f /backup/supervision/wal/%f && cp %p /backup/supervision/wal/%f.part && mv /backup/supervision/wal/%f.part /backup/supervision/wal/%f'
set -euo pipefail
# Debian keeps it off the path.
command -v pg_verifybackup >/dev/null || PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
: "${BACKUP_DIR:?}" "${PGHOST:?}" "${PGUSER:?}"
KEEP_DAYS=${KEEP_DAYS:-35}
export PGSSLMODE=${PGSSLMODE:-verify-full}
umask 077

now=$(date -u +%Y%m%dT%H%M%SZ)
target=$BACKUP_DIR/base/$now
mkdir -p "$BACKUP_DIR/base" "$BACKUP_DIR/wal"
trap 'rm -rf "$target.part"' EXIT

# With its manifest: each file's SHA-256, which pg_verifybackup holds against what is there.
pg_basebackup --pgdata="$target.part" --format=plain --checkpoint=fast --wal-method=stream --manifest-checksums=SHA256 --no-password
pg_verifybackup --quiet "$target.part"
mv "$target.part" "$target"

# To another machine, encrypted for a key that is not on this one.
if [ -n "${BACKUP_RECIPIENT:-}" ]; then
    tar -C "$BACKUP_DIR/base" -cf - "$now" | gpg --batch --encrypt --recipient "$BACKUP_RECIPIENT" --output "$BACKUP_DIR/base/$now.tar.gpg"
fi

# Only what is old goes, and only when a newer one is there.
find "$BACKUP_DIR/base" -mindepth 1 -maxdepth 1 ! -name "$now*" -mtime +"$KEEP_DAYS" -exec rm -rf {} +
find "$BACKUP_DIR/wal" -type f -mtime +"$((KEEP_DAYS + 1))" -delete
echo "backup $now $(du -sh "$target" | cut -f1)"
