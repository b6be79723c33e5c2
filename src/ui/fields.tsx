import type { ComponentChildren, JSX } from 'preact';
import type { FieldErrors } from './form.tsx';
import type { Frame } from './frame.ts';

interface FieldProps {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly errors?: FieldErrors;
  readonly required?: boolean;
}

const idOf = (name: string) => `champ-${name}`;

const describedBy = (props: FieldProps) =>
  [props.hint ? `${idOf(props.name)}-aide` : '', props.errors?.[props.name] ? `${idOf(props.name)}-erreur` : '']
    .filter((id) => id !== '')
    .join(' ') || undefined;

function Hint(props: FieldProps) {
  return props.hint ? (
    <span class="fr-hint-text" id={`${idOf(props.name)}-aide`}>
      {props.hint}
    </span>
  ) : null;
}

function FieldError(props: FieldProps) {
  const message = props.errors?.[props.name];
  return message ? (
    <p class="fr-error-text" id={`${idOf(props.name)}-erreur`}>
      {message}
    </p>
  ) : null;
}

const groupClass = (base: string, props: FieldProps) => `${base}${props.errors?.[props.name] ? ` ${base}--error` : ''}`;

/** One line of text. `autocomplete` on personal fields (RGAA 11.13). */
export function TextField(
  props: FieldProps & {
    value?: string | undefined;
    type?: 'text' | 'email' | 'number' | 'url' | 'search' | 'date';
    autocomplete?: string;
    inputmode?: 'numeric' | 'decimal' | 'email' | 'text';
    maxlength?: number;
    dir?: 'ltr' | 'auto';
    short?: boolean;
  },
) {
  return (
    <div class={groupClass('fr-input-group', props)}>
      <label class="fr-label" for={idOf(props.name)}>
        {props.label}
        <Hint {...props} />
      </label>
      <input
        class={`fr-input${props.short ? ' df-input--short' : ''}`}
        id={idOf(props.name)}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        dir={props.dir ?? 'auto'}
        autocomplete={props.autocomplete ?? 'off'}
        {...(props.inputmode ? { inputmode: props.inputmode } : {})}
        {...(props.maxlength ? { maxlength: props.maxlength } : {})}
        {...(props.required ? { required: true } : {})}
        {...(props.errors?.[props.name] ? { 'aria-invalid': 'true' as const } : {})}
        aria-describedby={describedBy(props)}
      />
      <FieldError {...props} />
    </div>
  );
}

/** An e-mail address. @param props.own the address of the person who types, which the browser may fill in (RGAA 11.13) */
export function EmailField({
  name = 'email',
  own = false,
  ...props
}: Partial<FieldProps> & { label: ComponentChildren; value: string | undefined; own?: boolean }) {
  return <TextField {...props} name={name} type="email" inputmode="email" dir="ltr" autocomplete={own ? 'email' : 'off'} />;
}

/** Password: paste allowed, can be shown (with the `password` island). */
export function PasswordField(props: FieldProps & { frame: Frame; autocomplete: 'current-password' | 'new-password' }) {
  const { t } = props.frame;
  return (
    <div
      class={`${groupClass('fr-input-group', props)} df-password`}
      data-island="password"
      data-show={t('ui.show_password')}
      data-hide={t('ui.hide_password')}
    >
      <label class="fr-label" for={idOf(props.name)}>
        {props.label}
        <Hint {...props} />
      </label>
      <input
        class="fr-input"
        id={idOf(props.name)}
        name={props.name}
        type="password"
        dir="ltr"
        autocomplete={props.autocomplete}
        spellcheck={false}
        {...(props.errors?.[props.name] ? { 'aria-invalid': 'true' as const } : {})}
        aria-describedby={describedBy(props)}
      />
      <FieldError {...props} />
    </div>
  );
}

/** Several lines of text, with its length limit said in the hint. */
export function TextArea(props: FieldProps & { value?: string | undefined; rows?: number; maxlength?: number }) {
  return (
    <div class={groupClass('fr-input-group', props)}>
      <label class="fr-label" for={idOf(props.name)}>
        {props.label}
        <Hint {...props} />
      </label>
      <textarea
        class="fr-input"
        id={idOf(props.name)}
        name={props.name}
        rows={props.rows ?? 5}
        dir="auto"
        {...(props.maxlength ? { maxlength: props.maxlength } : {})}
        {...(props.errors?.[props.name] ? { 'aria-invalid': 'true' as const } : {})}
        aria-describedby={describedBy(props)}
      >
        {props.value ?? ''}
      </textarea>
      <FieldError {...props} />
    </div>
  );
}

/** A choice in a short list. */
export function Select(
  props: FieldProps & { value?: string | undefined; options: readonly { readonly value: string; readonly label: string }[] },
) {
  return (
    <div class={groupClass('fr-select-group', props)}>
      <label class="fr-label" for={idOf(props.name)}>
        {props.label}
        <Hint {...props} />
      </label>
      <select class="fr-select" id={idOf(props.name)} name={props.name} aria-describedby={describedBy(props)}>
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldError {...props} />
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Shown under the choice; without script always, with CSS only when chosen. */
  readonly reveal?: ComponentChildren;
}

/** One choice to tick. @param index of the choice among all of its name, for its id */
export function ChoiceLine({ name, index, choice, checked }: { name: string; index: number; choice: Choice; checked: boolean }) {
  const id = `${idOf(name)}-${index}`;
  return (
    <div class="fr-radio-group df-radio">
      <input type="radio" id={id} name={name} value={choice.value} checked={checked} />
      <label class="fr-label" for={id}>
        <span class="df-radio__label">{choice.label}</span>
        {choice.hint && <span class="fr-hint-text">{choice.hint}</span>}
      </label>
      {choice.reveal && <div class="df-radio__reveal">{choice.reveal}</div>}
    </div>
  );
}

/** What every group of choices has: its question, its help, its error. */
export function ChoiceGroup(props: FieldProps & { legendAsTitle?: boolean; children: ComponentChildren }) {
  return (
    <fieldset class={groupClass('fr-fieldset', props)} id={idOf(props.name)} tabindex={-1} aria-describedby={describedBy(props)}>
      <legend class={props.legendAsTitle ? 'fr-fieldset__legend df-legend--title' : 'fr-fieldset__legend'}>
        {props.label}
        <Hint {...props} />
      </legend>
      <FieldError {...props} />
      {props.children}
    </fieldset>
  );
}

/** One choice among a few, each with a line of help. */
export function Radios(props: FieldProps & { value?: string | undefined; choices: readonly Choice[]; legendAsTitle?: boolean }) {
  return (
    <ChoiceGroup {...props}>
      {props.choices.map((choice, index) => (
        <ChoiceLine key={choice.value} name={props.name} index={index} choice={choice} checked={choice.value === props.value} />
      ))}
    </ChoiceGroup>
  );
}

/** A box to tick. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string }) {
  return (
    <div class={groupClass('fr-checkbox-group', props)}>
      <input
        type="checkbox"
        id={idOf(props.name)}
        name={props.name}
        value={props.value ?? 'on'}
        checked={props.checked ?? false}
        {...(props.errors?.[props.name] ? { 'aria-invalid': 'true' as const } : {})}
        aria-describedby={describedBy(props)}
      />
      <label class="fr-label" for={idOf(props.name)}>
        {props.label}
        <Hint {...props} />
      </label>
      <FieldError {...props} />
    </div>
  );
}

/** Files to send. `capture` opens the camera on a phone. */
export function FileField(props: FieldProps & { multiple?: boolean; capture?: boolean }) {
  return (
    <div class={groupClass('fr-upload-group', props)}>
      <label class="fr-label" for={idOf(props.name)}>
        {props.label}
        <Hint {...props} />
      </label>
      <input
        class="fr-upload"
        type="file"
        id={idOf(props.name)}
        name={props.name}
        accept={
          props.capture
            ? 'image/*'
            : '.pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic,image/heif'
        }
        multiple={props.multiple ?? false}
        {...(props.capture ? { capture: 'environment' } : {})}
        aria-describedby={describedBy(props)}
      />
      <FieldError {...props} />
    </div>
  );
}

type Look = 'primary' | 'secondary' | 'tertiary' | 'danger';

/** A button of a form. One primary button a screen. */
export function Button(
  props: { look?: Look; name?: string; value?: string; formaction?: string; children: ComponentChildren } & Pick<
    JSX.HTMLAttributes<HTMLButtonElement>,
    'id'
  >,
) {
  const { look = 'primary', children, ...rest } = props;
  return (
    <button class={`fr-btn fr-btn--${look}`} type="submit" {...rest}>
      {children}
    </button>
  );
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink(props: { href: string; look?: Look; download?: boolean; children: ComponentChildren }) {
  return (
    <a class={`fr-btn fr-btn--${props.look ?? 'primary'}`} href={props.href} {...(props.download ? { download: '' } : {})}>
      {props.children}
    </a>
  );
}

/** Buttons in a row, primary first. */
export function Buttons(props: { children: ComponentChildren }) {
  return <div class="fr-btns-group">{props.children}</div>;
}
