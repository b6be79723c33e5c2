/** Adds a "show" button to password fields. */
for (const group of document.querySelectorAll<HTMLElement>('[data-island="password"]')) {
  const field = group.querySelector('input');
  const label = group.dataset['show'];
  if (!field || !label) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fr-btn fr-btn--tertiary';
  const say = () => {
    const shown = field.type === 'text';
    button.textContent = (shown ? group.dataset['hide'] : label) ?? label;
    button.setAttribute('aria-pressed', String(shown));
  };
  button.addEventListener('click', () => {
    field.type = field.type === 'text' ? 'password' : 'text';
    say();
  });
  say();
  group.append(button);
}
export {};
