type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Whether a visitor would lose something by a reload: a field that says other than its markup, also in
 * open shadow roots and in frames of the same origin; and text that can be edited, of which nobody
 * knows what it was.
 */
export const isEdited = (root: Document | ShadowRoot): boolean =>
  [...root.querySelectorAll<HTMLElement>('*')].some((element) => {
    const {localName, shadowRoot} = element;
    // By name: an element of a frame is an instance of the frame's classes.
    if (/^(input|textarea|select)$/.test(localName)) return isChanged(element as Field);
    if (element.isContentEditable) return /\S/.test(element.textContent ?? '');
    if (/^i?frame$/.test(localName)) return isEditedInside(element as HTMLIFrameElement);
    // Switches of ours are no work of the visitor's.
    return !!shadowRoot && !/^consent-/.test(localName) && isEdited(shadowRoot);
  });

const isEditedInside = (frame: HTMLIFrameElement): boolean =>
  !!frame.contentDocument && isEdited(frame.contentDocument);

function isChanged(field: Field): boolean {
  if (field.localName === 'select') {
    const {options, multiple} = field as HTMLSelectElement;
    const all = [...options];
    // Where nothing is chosen by default, a list that shows one entry shows its first.
    const first = multiple || all.some((option) => option.defaultSelected) ? -1 : 0;
    return all.some((option, i) => option.selected !== (option.defaultSelected || i === first));
  }
  const {value, defaultValue, checked, defaultChecked} = field as HTMLInputElement;
  if (field.localName === 'textarea') return value !== defaultValue;
  if (/^(checkbox|radio)$/.test(field.type)) return checked !== defaultChecked;
  // Some types show another value than the one in the markup: a new field says which.
  const fresh = document.createElement('input');
  for (const {name, value} of field.attributes) {
    if (/^(type|value|min|max|step|multiple)$/.test(name)) fresh.setAttribute(name, value);
  }
  return value !== fresh.value;
}
