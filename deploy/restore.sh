#!/usr/bin/env bash
# Puts a backup back into an empty database and an empty folder: deploy/restore.sh /backups/2026-11-25T030000Z
# Start no process of the service before `erasures:replay` has run: people erased since the backup are erased again first.
set -euo pipefail
: "${DATABASE_URL:?name the empty database}"
source="${1:?name the folder of one backup}"
(cd "$source" && sha256sum --check --quiet SHA256SUMS)
pg_restore --exit-on-error --no-owner --dbname="$DATABASE_URL" "$source/database.dump"
if [ -f "$source/blobs.tar" ]; then
  : "${DATA_DIR:?name the folder of the files}"
  mkdir -p -m 0700 "$DATA_DIR"
  [ ! -e "$DATA_DIR/blobs" ] || { echo "$DATA_DIR/blobs is not empty" >&2; exit 1; }
  tar --extract --file="$source/blobs.tar" --directory="$DATA_DIR"
fi
echo "restored from $source"
