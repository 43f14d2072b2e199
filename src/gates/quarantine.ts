import {warn} from '../browser/report.js';

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
  if ([...document.querySelectorAll<Field>('input,textarea,select')].some(isEdited)) {
    warn('a withdrawn service ends when this page is reloaded; an edited field keeps it open');
  } else {
    location.reload();
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isEdited(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    // Where nothing is chosen by default, a list that shows one entry shows its first.
    const first = field.multiple || options.some((option) => option.defaultSelected) ? -1 : 0;
    return options.some((option, i) => option.selected !== (option.defaultSelected || i === first));
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (/^(checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked;
  // Some types show another value than the one in the markup: a new field says which.
  const fresh = document.createElement('input');
  for (const {name, value} of field.attributes) {
    if (/^(type|value|min|max|step|multiple)$/.test(name)) fresh.setAttribute(name, value);
  }
  return field.value !== fresh.value;
}
