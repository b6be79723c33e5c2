import { DEFINITION_CHANGES } from '#domain/stats/indicators.ts';
import { translator } from '#i18n/translate.ts';

const LICENCE_URL = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';

/** What the folder of open data holds, and how to read it. In French, the language of its columns. */
export function readme(
  { serviceName, baseUrl }: { readonly serviceName: string; readonly baseUrl: string },
  fields: readonly { readonly name: string; readonly description: string }[],
): string {
  return `# Indicateurs mensuels – ${serviceName}

Ces fichiers contiennent les chiffres de la page ${baseUrl}/stats. Une ligne est un chiffre.

| fichier | contenu |
|---|---|
| \`indicateurs.csv\` | tous les chiffres : UTF-8, virgules, RFC 4180, dates ISO |
| \`indicateurs.json\` | les mêmes lignes, avec les mêmes noms de colonnes |
| \`definitions.csv\` | ce que mesure chaque indicateur, sa formule, ses limites, sa requête |
| \`schema.json\` | le schéma des colonnes (Table Schema) |
| \`datapackage.json\` | la description du dossier (Data Package) |
| \`exemple-valide.csv\` | des lignes inventées, conformes au schéma |
| \`CHANGELOG.md\` | les changements de définition |

## Colonnes

${fields.map(({ name, description }) => `- \`${name}\` : ${description}`).join('\n')}

## À savoir

- Les chiffres sont calculés chaque jour à 3 h 30, heure de Paris, et publiés à 4 h 30. Les adresses ne changent pas.
- Ils s’arrêtent au dernier mois complet : deux publications du même mois ne se comparent pas.
- Un compte de 1 à 10 est secret : la ligne reste, les nombres sont vides. D’autres cases le sont aussi quand une soustraction
  permettrait de retrouver ce compte. Zéro est publié.
- Les départements sont arrondis à la dizaine, ainsi que les détails sur plus d’un mois.
- Un chiffre est provisoire tant que son délai court. Un détail n’est publié qu’une fois le délai passé.
- \`non_disponible\` : personne ne mesure encore cet indicateur.
- Aucun chiffre ne porte sur un agent, un propriétaire, un partenaire ou une personne.

Licence Ouverte 2.0 : voir \`LICENSE\`.
`;
}

/** The licence in short, with the address of its full text. */
export function licence({ serviceName }: { readonly serviceName: string }): string {
  return `Licence Ouverte / Open Licence, version 2.0 (Etalab)

Vous pouvez copier, modifier, diffuser et vendre ces données, dans le monde entier et sans limite de durée.
Une seule condition : citez la source (« ${serviceName} ») et la date de dernière mise à jour.
Ne laissez pas croire que la source approuve ce que vous en faites. Les données sont fournies telles quelles.

Ce résumé ne remplace pas le texte de la licence : ${LICENCE_URL}
`;
}

/** Changes of definitions and of the schema, newest first. */
export function changelog(): string {
  const t = translator('fr');
  const changes = DEFINITION_CHANGES.map(({ version, day }) => `## ${version} – ${day}\n\n${t(`stats.change.${version}`)}\n`);
  return `# Changements\n\n${changes.join('\n')}`;
}
