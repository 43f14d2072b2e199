import {expect} from '@open-wc/testing';
import {fakeChoice} from '../../helpers/fake-choice.js';
import {cleanUp, shown} from '../../helpers/shown-choice.js';

describe('what is stored', () => {
  afterEach(cleanUp);

  it('has no empty group, names that break at their marks only, left to right', async () => {
    const ui = await shown(fakeChoice(), 'preferences');
    const groups = [...ui.dialog!.querySelectorAll('tbody')];
    expect(groups).not.to.be.empty;
    for (const group of groups) expect(group.rows).not.to.be.empty;
    const names = [...ui.dialog!.querySelectorAll('tbody code')];
    expect(names).not.to.be.empty;
    for (const name of names) {
      const {direction, unicodeBidi} = getComputedStyle(name);
      expect([direction, unicodeBidi]).to.deep.equal(['ltr', 'isolate']);
      const parts = name.innerHTML
        .replaceAll(/<!--.*?-->/g, '')
        .split('<wbr>')
        .filter(Boolean);
      for (const part of parts.slice(0, -1)) expect(part).to.match(/\W|_/);
      expect(name.textContent).to.equal(parts.join(''));
    }
  });
});
