import type { Frame } from '#ui/frame.ts';
import { Button, PasswordField, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';
import { PasskeyButton, type PasskeyPartProps } from '#ui/passkey-button.tsx';
import { QrCode } from '#ui/qr-code.tsx';

/** A passkey's button, in French. */
export function PasskeyPart(props: Omit<PasskeyPartProps, 'failed'>) {
  return <PasskeyButton {...props} failed="La clé n’a pas été acceptée. Réessayez ou utilisez un code." />;
}

/** `/console/connexion`, first step. */
export function ConsoleSignInPage(props: { frame: Frame; typed: Readonly<Record<string, string>>; errors: FieldErrors }) {
  const { frame, errors } = props;
  return (
    <Page frame={frame} title="Connexion à la console" islands={['passkey', 'password']} noindex>
      <h1>Connexion à la console</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <PasskeyPart frame={frame} mode="get" ask="/console/connexion/cle/question" answer="/console/connexion/cle">
        Se connecter avec une clé d’accès
      </PasskeyPart>
      <Form frame={frame} action="/console/connexion">
        <TextField
          name="email"
          label="Adresse e-mail"
          type="email"
          autocomplete="username"
          inputmode="email"
          dir="ltr"
          value={props.typed['email']}
          errors={errors}
          required
        />
        <PasswordField
          frame={frame}
          name="password"
          label="Mot de passe"
          autocomplete="current-password"
          errors={errors}
          required
        />
        <Button>Continuer</Button>
      </Form>
    </Page>
  );
}

function CodeForm({ frame, errors, action }: { frame: Frame; errors: FieldErrors; action: string }) {
  return (
    <Form frame={frame} action={action}>
      <TextField
        name="code"
        label="Code à 6 chiffres"
        hint="Il change toutes les 30 secondes et sert une seule fois."
        inputmode="numeric"
        autocomplete="one-time-code"
        dir="ltr"
        maxlength={7}
        short
        errors={errors}
        required
      />
      <Button>Valider</Button>
    </Form>
  );
}

/** `/console/connexion/code`, second step of those who have a second factor. */
export function SecondFactorPage(props: { frame: Frame; codes: boolean; passkeys: boolean; errors: FieldErrors }) {
  const { frame, errors } = props;
  return (
    <Page frame={frame} title="Deuxième étape" islands={['passkey']} noindex>
      <h1>Deuxième étape</h1>
      <ErrorSummary frame={frame} errors={errors} />
      {props.passkeys && (
        <PasskeyPart frame={frame} mode="get" ask="/console/connexion/cle/question" answer="/console/connexion/cle">
          Utiliser ma clé d’accès
        </PasskeyPart>
      )}
      {props.codes ? (
        <>
          <p>Ouvrez votre application de codes et recopiez le code affiché.</p>
          <CodeForm frame={frame} errors={errors} action="/console/connexion/code" />
        </>
      ) : (
        <p>Votre compte est protégé par une clé d’accès. Utilisez l’appareil où elle est enregistrée, avec JavaScript activé.</p>
      )}
    </Page>
  );
}

/** `/console/connexion/protection`, second step of those who have none yet. */
export function EnrolPage(props: { frame: Frame; secret: string; address: string; errors: FieldErrors }) {
  const { frame, errors, secret } = props;
  return (
    <Page frame={frame} title="Installer une deuxième protection" islands={['passkey']} noindex>
      <h1>Installer une deuxième protection</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>La console montre des documents personnels. Un mot de passe seul ne suffit pas.</p>
      <h2>Avec une application de codes</h2>
      <ol>
        <li>Installez une application de codes à usage unique sur votre téléphone.</li>
        <li>Ajoutez un compte en photographiant ce dessin, ou en recopiant la clé.</li>
        <li>Recopiez ici le code affiché.</li>
      </ol>
      <QrCode text={props.address} label="Code à photographier avec votre application" />
      <p>
        Clé : <code dir="ltr">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeForm frame={frame} errors={errors} action="/console/connexion/protection" />
      <PasskeyPart
        frame={frame}
        mode="create"
        ask="/console/connexion/nouvelle-cle/question"
        answer="/console/connexion/nouvelle-cle"
      >
        Enregistrer plutôt une clé d’accès
      </PasskeyPart>
    </Page>
  );
}

/** `/console/invitation/{jeton}`. */
export function InvitationPage({ frame, errors }: { frame: Frame; errors: FieldErrors }) {
  return (
    <Page frame={frame} title="Votre accès à la console" islands={['password']} noindex>
      <h1>Votre accès à la console</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>Choisissez un mot de passe. Vous installerez ensuite une deuxième protection.</p>
      <Form frame={frame} action={frame.path}>
        <PasswordField
          frame={frame}
          name="password"
          label="Mot de passe"
          hint={frame.t('accounts.password_rules')}
          autocomplete="new-password"
          errors={errors}
          required
        />
        <Button>Continuer</Button>
      </Form>
    </Page>
  );
}

/** An invitation that was used or is too old. */
export function DeadInvitationPage({ frame }: { frame: Frame }) {
  return (
    <Page frame={frame} title="Cette invitation ne marche plus" noindex>
      <h1>Cette invitation ne marche plus</h1>
      <p>Une invitation sert une seule fois, pendant 7 jours. Demandez-en une autre à la personne qui gère les accès.</p>
    </Page>
  );
}
