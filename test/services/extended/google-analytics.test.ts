import {expect} from '@open-wc/testing';
import {service as extend} from '../../../src/services/extended/google-analytics.js';
import {register} from '../../../src/services/register.js';
import type {Settings} from '../../../src/services/service.js';
import {fakePage} from '../../helpers/fake-page.js';

const globals = globalThis as unknown as {dataLayer?: IArguments[]};
/** What Google was told of pages: `config` and `event`, without the name of the command's target. */
const told = () =>
  (globals.dataLayer ?? [])
    .filter((item) => /^(config|event)$/.test(item[0] as string))
    .map((item) => [...item]);

describe('google-analytics with "spa"', () => {
  const landing = location.href;
  const entry = (measurementId: string, more: object = {}) =>
    ({service: 'google-analytics', measurementId, ...more}) as unknown as Settings;
  const load = (settings: readonly Settings[]) => {
    const service = extend(settings[0]!, register);
    const page = fakePage('google-analytics');
    service.guard!();
    service.load!(settings, page);
    return {
      again() {
        service.stop!(settings, page);
        service.load!(settings, page);
      },
      stop: () => service.stop!(settings, page),
    };
  };
  afterEach(() => {
    history.replaceState(null, '', landing);
    globals.dataLayer?.splice(0);
  });

  it('is Analytics else', () => {
    const {
      load: _,
      begin: _b,
      update: _u,
      parameters,
      ahead,
      ...rest
    } = extend(entry('G-ONE', {spa: true}), register) as unknown as Record<string, unknown>;
    const {
      load: _l,
      begin: _o,
      update: _w,
      ...own
    } = register.get('google-analytics') as unknown as Record<string, unknown>;
    expect(rest).to.deep.equal(own);
    expect(ahead).to.equal(false);
    expect(parameters).to.include({spa: 'flag'});
  });

  it('on the view on which the visit began nothing is special', () => {
    history.replaceState(null, '', '#part');
    const {stop} = load([entry('G-ONE', {spa: true})]);
    expect(told()).to.deep.equal([['config', 'G-ONE', {}]]);
    stop();
  });

  it('on a later view the first is told of first, once, to those who want it', () => {
    history.replaceState(null, '', '/later');
    const {again, stop} = load([
      entry('G-ONE', {spa: true, options: {debug_mode: true}}),
      entry('G-TWO'),
      entry('G-OWN', {spa: true, options: {send_page_view: false}}),
    ]);
    const send_to = 'G-ONE';
    expect(told()).to.deep.equal([
      ['config', 'G-ONE', {debug_mode: true, send_page_view: false}],
      ['config', 'G-TWO', {}],
      ['config', 'G-OWN', {send_page_view: false}],
      ['event', 'page_view', {page_location: landing, page_referrer: document.referrer, send_to}],
      ['event', 'page_view', {page_location: location.href, page_referrer: landing, send_to}],
    ]);
    globals.dataLayer!.length = 0;
    again();
    expect(told().map(([command, id]) => `${command} ${id}`)).to.deep.equal([
      'config G-ONE',
      'config G-TWO',
      'config G-OWN',
    ]);
    stop();
  });
});
