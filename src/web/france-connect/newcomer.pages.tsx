import type { Frame } from '#ui/frame.ts';
import { Alert } from '#ui/blocks.tsx';
import { Button, ButtonLink, Checkbox, EmailField, PasswordField, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';
import { PasskeyButton } from '#ui/passkey-button.tsx';

type Typed = Readonly<Record<string, string>>;

/** Opens an account. @param email the address of FranceConnect, not asked again; `null` to ask for one */
function CreateForm(props: { frame: Frame; email: string | null; typed: Typed; errors: FieldErrors }) {
  const { frame, errors, typed } = props;
  const { t } = frame;
  return (
    <Form frame={frame} action="/franceconnect/compte/creer">
      {props.email === null && (
        <EmailField
          label={t('france_connect.other_email')}
          hint={t('accounts.email_hint')}
          value={typed['email']}
          errors={errors}
          own
          required
        />
      )}
      <Checkbox
        name="terms"
        label={t('accounts.sign_up.terms')}
        hint={t('accounts.sign_up.terms_hint')}
        checked={typed['terms'] === 'on'}
        errors={errors}
      />
      <Button>{t('france_connect.new_submit')}</Button>
    </Form>
  );
}

/** `/franceconnect/compte`: an identity without account. @param email given by FranceConnect; @param known an account uses it */
export function NewcomerPage(props: { frame: Frame; email: string | null; known: boolean; typed: Typed; errors: FieldErrors }) {
  const { frame, email, known, typed, errors } = props;
  const { t } = frame;
  const title = t(known ? 'france_connect.known_title' : 'france_connect.new_title');
  const have = (
    <section>
      {!known && <h2>{t('france_connect.new_have')}</h2>}
      <p>{t('france_connect.new_have_text')}</p>
      <ButtonLink look={known ? 'primary' : 'secondary'} href="/franceconnect/compte/rattacher">
        {t('france_connect.new_have_go')}
      </ButtonLink>
    </section>
  );
  return (
    <Page frame={frame} title={title} noindex>
      <h1>{title}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>{known ? t('france_connect.known_text', { email: email ?? '' }) : t('france_connect.new_text')}</p>
      {known && have}
      <section>
        <h2>{t(known ? 'france_connect.known_other' : 'france_connect.new_create')}</h2>
        <p>
          {known
            ? t('france_connect.known_other_text')
            : email
              ? t('france_connect.new_create_text', { email })
              : t('france_connect.new_create_no_email')}
        </p>
        <CreateForm frame={frame} email={known ? null : email} typed={typed} errors={errors} />
      </section>
      {!known && have}
    </Page>
  );
}

/** `/franceconnect/compte/rattacher`: ways to prove that an account is one's own. Nothing of it is shown. */
export function ProvePage(props: { frame: Frame; typed: Typed; errors: FieldErrors }) {
  const { frame, typed, errors } = props;
  const { t } = frame;
  const title = t('france_connect.prove_title');
  const back = { href: '/franceconnect/compte', label: t('common.back') };
  return (
    <Page frame={frame} title={title} back={back} islands={['password', 'passkey']} noindex>
      <h1>{title}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>{t('france_connect.prove_text')}</p>
      <h2>{t('france_connect.prove_password')}</h2>
      <Form frame={frame} action="/franceconnect/compte/rattacher">
        <EmailField
          label={t('accounts.email')}
          hint={t('accounts.email_hint')}
          value={typed['email']}
          errors={errors}
          own
          required
        />
        <PasswordField
          frame={frame}
          name="password"
          label={t('accounts.password')}
          autocomplete="current-password"
          errors={errors}
          required
        />
        <Button>{t('france_connect.prove_password_submit')}</Button>
      </Form>
      <h2>{t('france_connect.prove_code')}</h2>
      <p>{t('france_connect.prove_code_text')}</p>
      <Form frame={frame} action="/franceconnect/compte/envoyer-code">
        <div class="fr-input-group">
          <label class="fr-label" for="champ-address">
            {t('accounts.email')}
          </label>
          <input
            class="fr-input"
            id="champ-address"
            name="address"
            type="email"
            dir="ltr"
            autocomplete="email"
            inputmode="email"
            value={typed['email'] ?? ''}
          />
        </div>
        <Button look="secondary">{t('france_connect.prove_code_submit')}</Button>
      </Form>
      <KeyButton frame={frame} />
    </Page>
  );
}

function KeyButton({ frame }: { frame: Frame }) {
  const { t } = frame;
  return (
    <PasskeyButton
      frame={frame}
      mode="get"
      ask="/franceconnect/compte/cle/question"
      answer="/franceconnect/compte/cle"
      failed={t('france_connect.prove_key_failed')}
    >
      {t('france_connect.prove_key')}
    </PasskeyButton>
  );
}

function CodeForm(props: { frame: Frame; action: string; label: string; hint: string; errors: FieldErrors }) {
  return (
    <Form frame={props.frame} action={props.action}>
      <TextField
        name="code"
        label={props.label}
        hint={props.hint}
        inputmode="numeric"
        autocomplete="one-time-code"
        dir="ltr"
        maxlength={7}
        short
        errors={props.errors}
        required
      />
      <Button>{props.frame.t('france_connect.code_submit')}</Button>
    </Form>
  );
}

/** `/franceconnect/compte/code`: the code mailed to the account, if there is one. */
export function CodePage(props: { frame: Frame; email: string; errors: FieldErrors }) {
  const { frame, errors } = props;
  const { t } = frame;
  const back = { href: '/franceconnect/compte/rattacher', label: t('france_connect.prove_title') };
  return (
    <Page frame={frame} title={t('france_connect.code_title')} back={back} noindex>
      <h1>{t('france_connect.code_title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>{t('france_connect.code_text', { email: props.email })}</p>
      <CodeForm
        frame={frame}
        action="/franceconnect/compte/code"
        label={t('france_connect.code_label')}
        hint={t('france_connect.code_hint')}
        errors={errors}
      />
    </Page>
  );
}

/** `/franceconnect/compte/deuxieme-etape`: the second factor of an account that has one. */
export function SecondStepPage(props: { frame: Frame; codes: boolean; passkeys: boolean; errors: FieldErrors }) {
  const { frame, errors } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('france_connect.second_title')} islands={['passkey']} noindex>
      <h1>{t('france_connect.second_title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>{t(props.codes ? 'france_connect.second_text' : 'france_connect.second_key_only')}</p>
      {props.passkeys && <KeyButton frame={frame} />}
      {props.codes && (
        <CodeForm
          frame={frame}
          action="/franceconnect/compte/deuxieme-etape"
          label={t('france_connect.second_label')}
          hint={t('france_connect.code_label')}
          errors={errors}
        />
      )}
    </Page>
  );
}

/** Five wrong codes: the identity waits no more. */
export function StoppedPage({ frame }: { frame: Frame }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('france_connect.stopped_title')} noindex>
      <h1>{t('france_connect.stopped_title')}</h1>
      <Alert kind="error">
        <p>{t('france_connect.stopped_text')}</p>
      </Alert>
      <ButtonLink href="/connexion">{t('ui.sign_in')}</ButtonLink>
    </Page>
  );
}
