import type { ComponentChildren } from 'preact';
import { Button, Radios, Select } from '#ui/fields.tsx';
import { FAULTS } from './faults.ts';
import { PERSONAS, type Persona } from './personas.ts';

/** What the pages of the simulator know: it is another site than the service, with a page of its own. */
export interface SimulatorFrame {
  /** Stylesheet of the service, when it serves the simulator; `null` elsewhere. */
  readonly stylesheet: string | null;
}

function PlainPage(props: { frame: SimulatorFrame; title: string; children: ComponentChildren }) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{props.title}</title>
        {props.frame.stylesheet && <link rel="stylesheet" href={props.frame.stylesheet} />}
      </head>
      <body>
        <main class="fr-container" id="contenu">
          <p>
            <strong>FranceConnect (simulateur)</strong> – identités inventées
          </p>
          <h1>{props.title}</h1>
          {props.children}
        </main>
      </body>
    </html>
  );
}

/** Asks who one is, and what should go wrong. @param signedIn who has an open session here already */
export function WhoPage(props: { frame: SimulatorFrame; action: string; signedIn: Persona | null }) {
  return (
    <PlainPage frame={props.frame} title="Qui êtes-vous ?">
      {props.signedIn && <p>Session ouverte ici : {props.signedIn.label}.</p>}
      <form method="post" action={props.action}>
        <Radios
          name="persona"
          label="Une personne inventée"
          value={PERSONAS[0]?.id}
          choices={PERSONAS.map(({ id, label, claims }) => ({
            value: id,
            label: `${claims.given_name} ${claims.family_name}`,
            hint: `${label} – ${claims.email}`,
          }))}
        />
        <Select
          name="fault"
          label="Ce qui doit mal se passer"
          value=""
          options={[{ value: '', label: 'Rien' }, ...Object.entries(FAULTS).map(([value, label]) => ({ value, label }))]}
        />
        <Button>Continuer</Button>
      </form>
    </PlainPage>
  );
}

/** The page of FranceConnect for a request it does not understand. @param wrong names of the parameters at fault */
export function WrongRequestPage(props: { frame: SimulatorFrame; wrong: readonly string[] }) {
  return (
    <PlainPage frame={props.frame} title="Une erreur est survenue (Y000400)">
      <p>La demande du service n’est pas conforme : {props.wrong.join(', ')}.</p>
    </PlainPage>
  );
}

/** The page of a logout that fails. */
export function BrokenPage(props: { frame: SimulatorFrame }) {
  return (
    <PlainPage frame={props.frame} title="Une erreur est survenue (Y500000)">
      <p>Ce service est en panne.</p>
    </PlainPage>
  );
}
