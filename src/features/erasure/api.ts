export { destroyFiles, destroyCopies, queueErasing } from './destroy.ts';
export { eraseDueBlobs } from './erase-due-blobs.ts';
export { reconcileBlobs } from './reconcile-blobs.ts';
