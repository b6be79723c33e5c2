/** The words of a section in another language: every key of the French one, nothing else. */
export type Section<French> = { readonly [Key in keyof French]: string };

/** Some words of a section, said more simply; the others stay French. */
export type Easier<French> = Partial<Section<French>>;
