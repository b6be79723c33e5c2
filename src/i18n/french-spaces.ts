const NO_BREAK = '\u00a0';

/** French puts spaces before `: ; ? !` and within `« »`: no line may break there (Lexique des règles typographiques, Imprimerie nationale). */
export const frenchSpaces = (text: string): string => text.replace(/ (?=[:;?!»])/g, NO_BREAK).replace(/(?<=«) /g, NO_BREAK);
