export { clearDossier } from './clear-dossier.ts';
export { destroyFiles, destroyFilesOf, destroyCopies, queueErasing } from './destroy.ts';
export { eraseDueBlobs } from './erase-due-blobs.ts';
export { reconcileBlobs } from './reconcile-blobs.ts';
export { journalReceipts, subjectHash, writeReceipts, type ErasureKind } from './receipts.ts';
