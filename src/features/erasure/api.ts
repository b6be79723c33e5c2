export { destroyFiles, destroyCopies } from './destroy.ts';
export { eraseDueBlobs } from './erase-due-blobs.ts';
