/** The made-up employer of the specimens; its SIRET has a right key and belongs to nobody. */
export const SPECIMEN_EMPLOYER = {
  name: 'ATELIERS IMAGINAIRES SAS',
  siret: '99900011000018',
  address: '3 avenue du Mirage, 99123 VILLE-FICTIVE',
} as const;
