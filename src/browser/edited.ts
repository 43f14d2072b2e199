import {createElement} from './document.js';
import {everyElement} from './every-element.js';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Whether a visitor would lose something by a reload: a field that says other than its markup, also in
 * open shadow roots and in frames of the same origin; and text that can be edited, of which nobody
 * knows what it was.
 */
export const isEdited = (root: Document | ShadowRoot): boolean =>
  everyElement(root).some((element) => {
    const {localName, shadowRoot} = element;
    // By name: an element of a frame is an instance of the frame's classes.
    if (/^(input|textarea|select)$/.test(localName)) {
      // Frameworks write what is typed into the markup, too; the browser remembers who has changed it.
      return isChanged(element as Field) || element.matches(':is(:user-valid,:user-invalid)');
    }
    if (element.isContentEditable) return /\S/.test(element.textContent ?? '');
    if (/^i?frame$/.test(localName)) return isEditedInside(element as HTMLIFrameElement);
    // Switches of ours are no work of the visitor's.
    return !!shadowRoot && !/^consent-/.test(localName) && isEdited(shadowRoot);
  });

const isEditedInside = (frame: HTMLIFrameElement): boolean =>
  !!frame.contentDocument && isEdited(frame.contentDocument);

function isChanged(field: Field): boolean {
  if (field.localName === 'select') {
    // What is chosen by default depends on `multiple`, `size` and disabled options: a clone that is reset says it.
    const fresh = field.cloneNode(true) as HTMLSelectElement;
    const form = createElement('form');
    form.append(fresh);
    form.reset();
    const all = [...(field as HTMLSelectElement).options];
    return all.some((option, i) => option.selected !== fresh.options[i]!.selected);
  }
  const {value, defaultValue, checked, defaultChecked} = field as HTMLInputElement;
  if (field.localName === 'textarea') return value !== defaultValue;
  if (/^(checkbox|radio)$/.test(field.type)) return checked !== defaultChecked;
  // Some types show another value than the one in the markup: a new field says which.
  const fresh = createElement('input');
  for (const {name, value} of field.attributes) {
    if (/^(type|value|min|max|step|multiple)$/.test(name)) fresh.setAttribute(name, value);
  }
  return value !== fresh.value;
}
