/** Virus check of one file. `unavailable` means that nothing may pass for now. */
export interface Antivirus {
  scan(bytes: AsyncIterable<Uint8Array>): Promise<'clean' | 'infected' | 'unavailable'>;
}
