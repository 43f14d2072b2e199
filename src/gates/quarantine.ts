/**
 * Stops what cannot be stopped in place: from here on the document may request nothing, then it is
 * loaded anew and swept. Without the policy a vendor's unload handlers would send once more and write
 * their cookies again.
 *
 * A page with an edited field is not reloaded, so that no visitor loses what they typed; it stays
 * in quarantine until they leave it.
 */
export function quarantine(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = ['script', 'connect', 'img', 'frame', 'media', 'object']
    .map((kind) => `${kind}-src 'none'`)
    .join(';');
  document.head.append(policy);
  if ([...document.querySelectorAll<HTMLInputElement>('input,textarea')].some(edited)) {
    console.warn(
      'consent-gate: a withdrawn service ends when this page is reloaded; an edited field keeps it open',
    );
  } else {
    location.reload();
  }
}

const edited = (field: HTMLInputElement) =>
  field.value !== field.defaultValue || field.checked !== field.defaultChecked;
