export { destroyFiles, destroyCopies, queueErasing } from './destroy.ts';
export { eraseDueBlobs } from './erase-due-blobs.ts';
