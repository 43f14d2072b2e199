import {expect} from '@open-wc/testing';
import {version} from '../src/version.js';

it('the version of the code is the one of the package', async () => {
  const response = await fetch(new URL('../package.json', import.meta.url));
  const published = (await response.json()) as {version: string};
  expect(version).to.equal(published.version);
});
