/** Pictures of how a page was compressed, for agents: which blocks came later, what changes when it is compressed once more, its noise. */
export const COMPRESSION_PICTURES = ['history', 'levels', 'noise'] as const;
export type CompressionPicture = (typeof COMPRESSION_PICTURES)[number];
