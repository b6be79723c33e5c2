import type { ComponentChildren } from 'preact';
import type { Frame } from './frame.ts';

/** Messages by field name, already in the person's language. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The form's token; must be the first field of every form that posts. */
export function Csrf({ frame }: { frame: Frame }) {
  return <input type="hidden" name="_csrf" value={frame.csrf} />;
}

/** A form that posts to this site, with its token first. `multipart` for files. */
export function Form(props: {
  frame: Frame;
  action: string;
  multipart?: boolean;
  class?: string;
  id?: string;
  island?: string;
  children: ComponentChildren;
}) {
  return (
    <form
      method="post"
      action={props.action}
      novalidate
      {...(props.id ? { id: props.id } : {})}
      {...(props.multipart ? { enctype: 'multipart/form-data' } : {})}
      {...(props.class ? { class: props.class } : {})}
      {...(props.island ? { 'data-island': props.island } : {})}
    >
      <Csrf frame={props.frame} />
      {props.children}
    </form>
  );
}

/**
 * What is to be mended, on top of a form, each line a link to its field.
 * @param labels of the fields that a message alone does not tell from each other, by name
 */
export function ErrorSummary(props: { frame: Frame; errors: FieldErrors; labels?: Readonly<Record<string, string>> }) {
  const entries = Object.entries(props.errors);
  if (entries.length === 0) return null;
  const line = (field: string, message: string) => {
    const label = props.labels?.[field];
    return label === undefined ? message : `${label} – ${message}`;
  };
  return (
    <div class="fr-alert fr-alert--error df-summary" role="alert" tabindex={-1} id="erreurs">
      <h2 class="fr-alert__title">{props.frame.t('ui.errors_title', { count: entries.length })}</h2>
      <ul>
        {entries.map(([field, message]) => (
          <li key={field}>
            <a href={`#champ-${field}`}>{line(field, message)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
