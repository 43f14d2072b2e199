import {expect} from '@open-wc/testing';
import {letters, mailto} from '../../../src/ui/shared/letters.js';

const operator = {
  name: 'IMPER Group',
  email: 'mail@example.com',
  contacts: {
    withdraw: {subject: 'Withdrawal'},
    revocation: {email: 'law@example.com', subject: 'Revocation'},
    update: {subject: {en: 'Update', ru: 'Изменение'}},
  },
};

describe('letters to the operator', () => {
  it('withdraw, or ask for something else, each to its mailbox', () => {
    expect(letters(operator, true, 'en')).to.deep.equal([
      {to: 'mail@example.com', subject: 'Withdrawal'},
      {to: 'law@example.com', subject: 'Revocation'},
    ]);
    expect(letters(operator, false, 'en')).to.deep.equal([
      {to: 'mail@example.com', subject: 'Update'},
    ]);
    expect(letters({name: 'A', contacts: {update: {subject: 'x'}}}, false, 'en')).to.deep.equal([]);
    expect(letters({name: 'A'}, true, 'en')).to.deep.equal([]);
  });

  it('have an address in which nothing adds another one', () => {
    expect(mailto({to: 'a@b.c?cc=x@y.z,q@r.s&d', subject: 'A & b?'})).to.equal(
      'mailto:a@b.c%3Fcc=x@y.z%2Cq@r.s%26d?subject=A%20%26%20b%3F',
    );
    // Half a letter is none, and no error either.
    expect(mailto({to: 'a@b.c', subject: '\ud800'})).to.equal('mailto:a@b.c?subject=%EF%BF%BD');
  });
});
