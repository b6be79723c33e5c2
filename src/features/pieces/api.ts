export { revisePiece } from './revise-piece.ts';
export { readBlob, readForEngine } from './read-blob.ts';
