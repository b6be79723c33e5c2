#!/usr/bin/env bash
# Saves the database and the encrypted files into one dated folder: deploy/backup.sh /backups
# Master keys are never part of a backup: whoever steals it can read nothing. Keep them apart, twice.
set -euo pipefail
: "${DATABASE_URL:?name the database}"
target="${1:?name the folder of the backups}/$(date -u +%Y-%m-%dT%H%M%SZ)"
mkdir -p -m 0700 "$target"
pg_dump --format=custom --no-owner --file="$target/database.dump" "$DATABASE_URL"
# Files after the database: a row without its file would be a loss, a file without its row is swept by the service.
if [ -z "${S3_ENDPOINT:-}" ]; then
  tar --create --file="$target/blobs.tar" --directory="${DATA_DIR:?name the folder of the files}" blobs
fi
(cd "$target" && sha256sum ./* >SHA256SUMS)
# Erased people must not live on in backups: 35 days at most.
find "$(dirname "$target")" -mindepth 1 -maxdepth 1 -type d -mtime +35 -exec rm -rf {} +
echo "saved in $target"
