import type { ComponentChildren } from 'preact';
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
        <fieldset class="fr-fieldset">
          <legend class="fr-fieldset__legend">Une personne inventée</legend>
          {PERSONAS.map(({ id, label, claims }, index) => (
            <div class="fr-radio-group" key={id}>
              <input type="radio" id={`persona-${id}`} name="persona" value={id} checked={index === 0} />
              <label class="fr-label" for={`persona-${id}`}>
                {label} : {claims.given_name} {claims.family_name}, {claims.email}
              </label>
            </div>
          ))}
        </fieldset>
        <div class="fr-select-group">
          <label class="fr-label" for="fault">
            Ce qui doit mal se passer
          </label>
          <select class="fr-select" id="fault" name="fault">
            <option value="">Rien</option>
            {Object.entries(FAULTS).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <p>
          <button class="fr-btn" type="submit">
            Continuer
          </button>
        </p>
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
