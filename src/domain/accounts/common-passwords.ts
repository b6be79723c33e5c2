const LATIN = `password passw0rd motdepasse azerty azertyuiop qwerty qwertyuiop qwertz welcome bienvenue bonjour letmein iloveyou jetaime
admin administrateur soleil doudou chouchou loulou marseille paris france football princesse princess dragon monkey sunshine
dossierfacile dossier location locataire proprietaire appartement secret changeme changezmoi superman batman naruto pokemon
nicolas camille julien thomas alexandre antoine benjamin vincent mohamed lapin chocolat vacances coucou`;

/** Words that most weak passwords are made of, without digits or signs, lower case. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(LATIN.split(/\s+/));

/** Runs of keys and digits that add nothing to a password. */
export const COMMON_RUNS: readonly string[] = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiop',
  'qwertyuiop',
  'qsdfghjklm',
  'asdfghjkl',
  'wxcvbn',
  'zxcvbnm',
];
