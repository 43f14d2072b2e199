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
  const load = (settings: readonly Settings[], early?: boolean) => {
    const service = extend(settings[0]!, register, settings);
    const page = {...fakePage('google-analytics'), ...(early && {early})};
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
    const settings = [entry('G-ONE', {spa: true})];
    const {ahead, ...made} = extend(settings[0]!, register, settings);
    const {id, revision, hosts, traces, guard} = register.get('google-analytics')!;
    expect(made).to.include({id, revision, hosts, traces, guard});
    expect(ahead).to.equal(false);
    expect(made.reload).to.equal(undefined);
  });

  it('on the view on which the visit began nothing is special', () => {
    history.replaceState(null, '', '#part');
    const {stop} = load([entry('G-ONE', {spa: true})]);
    expect(told()).to.deep.equal([['config', 'G-ONE', {}]]);
    stop();
  });

  it('whose address alone has lost what stood behind "?" the view is one', () => {
    const [path, query] = location.href.split('?');
    expect(query, 'this page has some').to.be.a('string');
    history.replaceState(null, '', path);
    const {stop} = load([entry('G-ONE', {spa: true})]);
    expect(told().slice(1)).to.deep.equal([
      [
        'event',
        'page_view',
        {page_location: landing, page_referrer: document.referrer, send_to: 'G-ONE'},
      ],
    ]);
    stop();
  });

  it('of a yes that is older than the page nothing is special', () => {
    history.replaceState(null, '', '/later');
    const {stop} = load([entry('G-ONE', {spa: true})], true);
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
