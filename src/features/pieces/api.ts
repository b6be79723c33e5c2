export { revisePiece } from './revise-piece.ts';
export { readBlob, readFacts, readForEngine } from './read-blob.ts';
export { fileName } from './file-name.ts';
export { givenReasons } from './read-piece.ts';
export { printStatement } from './print-statement.ts';
export { readFindings } from './judge-piece.ts';
export { readExplanation } from './read-explanation.ts';
export { readSeals, type SealSeen } from './read-seals.ts';
export { readSealIssuers } from './seal-issuers.ts';
