/** Adds a "copy" button to read-only fields. */
for (const group of document.querySelectorAll<HTMLElement>('[data-island="copy"]')) {
  const field = group.querySelector('input');
  const { label, done } = group.dataset;
  if (!field || !label || !done) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fr-btn fr-btn--secondary';
  button.textContent = label;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(field.value).then(
      () => (status.textContent = ` ${done}`),
      () => field.select(),
    );
  });
  group.append(button, status);
}
export {};
