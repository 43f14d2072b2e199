import {expect} from '@open-wc/testing';
import {element} from '../../../src/ui/shared/element.js';

describe('an element', () => {
  it('has the attributes and children it is given, but children that are nothing', () => {
    const made = element('p', {class: 'a'}, 'one ', undefined, element('b', {}, 'two'), false);
    expect(made.outerHTML).to.equal('<p class="a">one <b>two</b></p>');
  });

  it('takes a text for text', () => {
    const text = '<img src=x onerror=alert(1)>';
    const made = element('p', {title: text}, text);
    expect(made.textContent).to.equal(text);
    expect(made.title).to.equal(text);
    expect(made.children).to.have.length(0);
  });
});
