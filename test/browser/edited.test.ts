import {expect} from '@open-wc/testing';
import {isEdited} from '../../src/browser/edited.js';

describe('a page that is edited', () => {
  afterEach(() => document.body.replaceChildren());

  const put = <T extends Element>(html: string, root: ParentNode = document.body) => {
    const box = document.createElement('div');
    box.innerHTML = html;
    root.append(box);
    return box.firstElementChild as T;
  };
  const type = (root: ParentNode) => (put<HTMLInputElement>('<input>', root).value = 'typed');

  const edited: Readonly<Record<string, () => unknown>> = {
    'a text': () => type(document.body),
    'a long text': () => (put<HTMLTextAreaElement>('<textarea></textarea>').value = 'typed'),
    'a checkbox': () => (put<HTMLInputElement>('<input type="checkbox">').checked = true),
    'a choice': () =>
      (put<HTMLSelectElement>('<select><option>a<option>b</select>').selectedIndex = 1),
    'text without a field': () => put('<div contenteditable>typed</div>'),
    'a field in a shadow root': () => type(put('<p></p>').attachShadow({mode: 'open'})),
    'a field in a frame': () =>
      type(put<HTMLIFrameElement>('<iframe></iframe>').contentDocument!.body),
  };
  it('is seen, whatever images of the page are called', () => {
    const field = put<HTMLInputElement>('<input type="number" value="01">');
    put('<form><input name="shadowRoot"></form>');
    for (const name of ['querySelectorAll', 'createElement', 'nodeType']) {
      document.body.insertAdjacentHTML('beforeend', `<img name="${name}" alt="">`);
    }
    expect(isEdited(document)).to.be.false;
    field.value = '2';
    expect(isEdited(document)).to.be.true;
  });

  for (const [what, change] of Object.entries(edited)) {
    it(`has ${what} that has been edited: nobody loses what they typed`, () => {
      change();
      expect(isEdited(document)).to.be.true;
    });
  }

  const untouched = [
    '<input value="a">',
    '<textarea>b</textarea>',
    '<input type="checkbox" value="yes" checked>',
    '<input type="checkbox">',
    '<input type="radio">',
    '<input type="range">',
    '<input type="color">',
    '<input type="number" value="01">',
    '<input type="email" value=" a@example.com ">',
    '<input type="hidden" value="1">',
    '<input type="file">',
    '<input type="submit">',
    '<select><option>a<option selected>b</select>',
    '<select><option disabled>Choose<option>a</select>',
    '<select size="4"><option>a<option>b</select>',
    '<select><optgroup disabled><option>a</optgroup><option>b</select>',
    '<div contenteditable></div>',
    '<iframe></iframe>',
    '<iframe sandbox></iframe>',
  ];
  for (const html of untouched) {
    it(`does not take ${html} for edited, as it was from the start`, () => {
      put(html);
      expect(isEdited(document)).to.be.false;
    });
  }

  it('is none for switches of ours that have been moved', () => {
    const choice = put('<consent-policy></consent-policy>').attachShadow({mode: 'open'});
    type(choice);
    expect(isEdited(document)).to.be.false;
  });
});
