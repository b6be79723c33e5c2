/** A sentence for the person themself, or two: for them, and for whoever fills in their place (`{name}` is the person). */
type Voices = string | { readonly you: string; readonly them: string };

type ReasonWords<Key extends string> = {
  readonly [Part in `reason.${Key}.${'title' | `${'wrong' | 'todo'}.${'you' | 'them'}`}`]: string;
};

/** The five entries of one reason: a short title for agents, what is wrong and what to do in two voices. */
export function reason<Key extends string>(key: Key, words: { title: string; wrong: Voices; todo: Voices }): ReasonWords<Key> {
  const voice = (text: Voices, who: 'you' | 'them') => (typeof text === 'string' ? text : text[who]);
  const entries = {
    [`reason.${key}.title`]: words.title,
    [`reason.${key}.wrong.you`]: voice(words.wrong, 'you'),
    [`reason.${key}.wrong.them`]: voice(words.wrong, 'them'),
    [`reason.${key}.todo.you`]: voice(words.todo, 'you'),
    [`reason.${key}.todo.them`]: voice(words.todo, 'them'),
  };
  return entries as ReasonWords<Key>;
}
