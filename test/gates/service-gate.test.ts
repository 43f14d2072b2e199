import {expect} from '@open-wc/testing';
import {createServiceGate} from '../../src/gates/service-gate.js';
import type {HeldService} from '../../src/services/held-service.js';
import type {Page, Service, Settings} from '../../src/services/service.js';
import {listenToConsole, type ConsoleCalls} from '../helpers/console-calls.js';

describe('the gate of services', () => {
  const granted = new Set<string>();
  let calls: string[] = [];
  /** What runs is the page's: each test has settings of its own. */
  let test = 0;
  let spoken: ConsoleCalls;
  beforeEach(() => {
    granted.clear();
    test++;
    calls = [];
    spoken = listenToConsole();
  });
  afterEach(() => spoken.restore());

  const leave = () => void calls.push('leave');
  const page: Page = {
    has: (id) => granted.has(id),
    insertScript() {},
    signal: new AbortController().signal,
  };
  const service = (
    id: string,
    more: Partial<Service> = {},
    settings: object[] = [{}],
  ): HeldService => ({
    category: 'analytics',
    configured: settings.map((entry) => ({service: id, options: {test}, ...entry})),
    parts: [],
    service: {
      id,
      hosts: [],
      load: () => void calls.push(`load ${id}`),
      stop: () => void calls.push(`stop ${id}`),
      update: () => void calls.push(`update ${id}`),
      ...more,
    },
  });

  it('invariant 1: loads nothing that is not granted', () => {
    const apply = createServiceGate([service('a'), service('b')], page, leave);
    apply();
    expect(calls).to.deep.equal([]);
    granted.add('b');
    apply();
    expect(calls).to.deep.equal(['load b']);
  });

  it('invariant 10: what runs is stopped, and reloaded for, also by a gate whose file has not come', () => {
    granted.add('a');
    createServiceGate([service('a', {reload: true})], page, leave)();
    granted.clear();
    const notThere = service('a');
    createServiceGate([{...notThere, service: {id: 'a', hosts: []}}], page, leave)();
    expect(calls).to.deep.equal(['load a', 'leave', 'stop a']);
  });

  it('what has nothing to load is loaded when it has, and once', () => {
    granted.add('a');
    const held = service('a');
    const file = {...held.service};
    const place: Service = {id: 'a', hosts: []};
    const apply = createServiceGate([{...held, service: place}], page, leave);
    apply();
    expect(calls).to.deep.equal([]);
    Object.assign(place, file);
    apply();
    apply();
    expect(calls).to.deep.equal(['load a', 'update a']);
  });

  it('another gate of the same page knows what runs, and what is new', () => {
    granted.add('a');
    createServiceGate([service('a')], page, leave)();
    createServiceGate([service('a')], page, leave)();
    createServiceGate([service('a', {}, [{counterId: 2}])], page, leave)();
    expect(calls).to.deep.equal(['load a', 'update a', 'load a']);
    granted.clear();
    createServiceGate([service('a')], page, leave)();
    expect(calls.at(-1)).to.equal('stop a');
  });

  it('invariant 12: loads once, updates while it runs, stops once', () => {
    const apply = createServiceGate([service('a')], page, leave);
    granted.add('a');
    apply();
    apply();
    granted.delete('a');
    apply();
    apply();
    granted.add('a');
    apply();
    expect(calls).to.deep.equal(['load a', 'update a', 'stop a', 'load a']);
  });

  it('hands over all counters of a service', () => {
    let seen: readonly Settings[] = [];
    const held = service('a', {load: (settings) => void (seen = settings)}, [
      {counterId: 1},
      {counterId: 2},
    ]);
    granted.add('a');
    createServiceGate([held], page, leave)();
    expect(seen.map((entry) => entry['counterId'])).to.deep.equal([1, 2]);
  });

  it('asks for a reload where a service cannot be stopped in place, or the owner wants one', () => {
    for (const held of [
      service('a', {reload: true}),
      service('a', {}, [{}, {onWithdraw: 'reload'}]),
    ]) {
      calls = [];
      const apply = createServiceGate([held], page, leave);
      granted.add('a');
      apply();
      expect(calls, 'while it runs').to.deep.equal(['load a']);
      granted.delete('a');
      apply();
      apply();
      expect(calls, 'when it is withdrawn, once').to.deep.equal(['load a', 'leave', 'stop a']);
    }
  });

  it('invariant 10: asks for it before any service is told of the withdrawal', () => {
    const held = [service('a'), service('b', {reload: true})];
    const apply = createServiceGate(held, page, leave);
    granted.add('a').add('b');
    apply();
    granted.clear();
    apply();
    expect(calls.slice(2)).to.deep.equal(['leave', 'stop a', 'stop b']);
  });

  it('asks for none where it never ran, nor where its owner says that it stops by itself', () => {
    createServiceGate([service('a', {reload: true})], page, leave)();
    const apply = createServiceGate(
      [service('b', {reload: true}, [{onWithdraw: 'stop'}])],
      page,
      leave,
    );
    granted.add('b');
    apply();
    granted.clear();
    apply();
    expect(calls).to.deep.equal(['load b', 'stop b']);
  });

  it('invariant 14: one that throws harms no other, and not the page', () => {
    const boom = () => {
      throw new Error('broken service');
    };
    const apply = createServiceGate(
      [service('a', {load: boom, stop: boom}), service('b')],
      page,
      leave,
    );
    granted.add('a').add('b');
    expect(apply).not.to.throw();
    granted.clear();
    expect(apply).not.to.throw();
    expect(calls).to.deep.equal(['load b', 'stop b']);
    expect(spoken.errors).to.have.length(2);
  });

  it('invariant 10: asks for the reload also where the stop throws', () => {
    const stop = () => {
      throw new Error('broken service');
    };
    const apply = createServiceGate([service('a', {reload: true, stop})], page, leave);
    granted.add('a');
    apply();
    granted.clear();
    apply();
    expect(calls).to.deep.equal(['load a', 'leave']);
  });

  it('can do without stop and update', () => {
    const apply = createServiceGate(
      [service('a', {stop: undefined, update: undefined})],
      page,
      leave,
    );
    granted.add('a');
    apply();
    apply();
    granted.clear();
    expect(apply).not.to.throw();
  });
});
