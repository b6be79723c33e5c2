import type { ComponentChildren } from 'preact';
import { ChoiceGroup, ChoiceLine, type Choice } from './fields.tsx';
import type { FieldErrors } from './form.tsx';

/**
 * One choice among many, folded by family; opening one family closes the others, without script. The family of the present choice is
 * open. All radios carry one name, so that a choice in one family takes back the choice in another.
 */
export function GroupedRadios(props: {
  name: string;
  label: ComponentChildren;
  value?: string | undefined;
  errors?: FieldErrors;
  groups: readonly { readonly title: string; readonly choices: readonly Choice[] }[];
}) {
  const { groups, ...field } = props;
  const before = groups.map((_, group) => groups.slice(0, group).reduce((sum, one) => sum + one.choices.length, 0));
  return (
    <ChoiceGroup {...field}>
      {groups.map(({ title, choices }, group) => (
        <details
          class="df-family"
          key={title}
          open={choices.some((choice) => choice.value === props.value)}
          {...{ name: `famille-${props.name}` }}
        >
          <summary>{title}</summary>
          {choices.map((choice, index) => (
            <ChoiceLine
              key={choice.value}
              name={props.name}
              index={(before[group] ?? 0) + index}
              choice={choice}
              checked={choice.value === props.value}
            />
          ))}
        </details>
      ))}
    </ChoiceGroup>
  );
}
