import type { House } from '#features/house.ts';
import type { WrappedKey } from '#ports/vault.ts';
import type { FileRow } from '#store/dossiers.repository.ts';

/** A refused file has no key any more; its name is kept apart for the day it is shown. */
export const REJECTED_NAME = 'rejected-file-name';

/** Name of a file, as its owner called it; it lives encrypted under the file's own key. */
export function fileName(
  house: Pick<House, 'vault' | 'secrets'>,
  file: Pick<FileRow, 'id' | 'wrappedKey' | 'nameSealed'>,
): string {
  if (!file.nameSealed) return '…';
  const opened = file.wrappedKey
    ? house.vault.openText(file.wrappedKey as WrappedKey, file.id, 'name', file.nameSealed)
    : house.secrets.open(REJECTED_NAME, file.nameSealed);
  return opened.ok ? opened.value : '…';
}
