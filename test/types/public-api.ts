// What must compile, and what must not: `tsc -p test` reads this file, nobody runs it.
import {
  startConsentGate,
  type ConsentChangeEvent,
  type ConsentGate,
  type ConsentGateConfig,
  type Decision,
  type Messages,
} from '../../src/index.js';
import {messages as en} from '../../src/locales/en.js';

/** Compiles only where both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <Answer extends true>(..._: [Answer]): void => {};

const policy = {url: '/privacy', version: '2026-11-01'};
const operator = {name: 'IMPER Group'};

// ---- The config ----

startConsentGate({policy, operator, categories: {}});
startConsentGate({
  policy: {...policy, changes: {en: 'x', ru: 'y'}, mode: 'publish-is-effective'},
  operator: {name: {en: 'A', ru: 'Б'}, country: 'RU'},
  categories: {
    analytics: {
      services: [
        {
          service: 'yandex-metrica',
          counterId: 1,
          options: {webvisor: true, ecommerce: 'dataLayer'},
        },
        {service: 'google-analytics', measurementId: 'G-1', onWithdraw: 'reload'},
        {service: 'google-tag-manager', containerId: 'GTM-1', crossBorder: true},
      ],
    },
    functional: {
      services: [
        {service: 'youtube'},
        {
          service: 'chat',
          name: 'Chat',
          vendor: 'Chat Ltd',
          country: 'DE',
          cookies: ['a', {name: 'b'}],
        },
      ],
    },
  },
});

// @ts-expect-error the config is missing
startConsentGate();
// @ts-expect-error the policy is missing
startConsentGate({operator, categories: {}});
// @ts-expect-error the operator is missing
startConsentGate({policy, categories: {}});
// @ts-expect-error the categories are missing
startConsentGate({policy, operator});
// @ts-expect-error the version of the policy is missing
startConsentGate({policy: {url: '/privacy'}, operator, categories: {}});
// @ts-expect-error the operator's name is missing
startConsentGate({policy, operator: {}, categories: {}});
// @ts-expect-error an unknown key
startConsentGate({policy, operator, categories: {}, autoAccept: true});
// @ts-expect-error an unknown layout
startConsentGate({policy, operator, categories: {}, layout: 'wall'});
// @ts-expect-error an unknown theme
startConsentGate({policy, operator, categories: {}, theme: 'pink'});
// @ts-expect-error days are a number
startConsentGate({policy, operator, categories: {}, cookie: {days: '182'}});
// @ts-expect-error the cookie's name is not the owner's
startConsentGate({policy, operator, categories: {}, cookie: {name: 'x'}});
// @ts-expect-error no text has this key
startConsentGate({policy, operator, categories: {}, texts: {en: {titel: 'Cookies'}}});
// @ts-expect-error true is no side
startConsentGate({policy, operator, categories: {}, openButton: true});

type Analytics = NonNullable<ConsentGateConfig['categories'][string]['services']>[number];
const entry = (_: Analytics) => {};

// @ts-expect-error a counter is a number
entry({service: 'yandex-metrica', counterId: '12345678'});
// @ts-expect-error the counter is missing
entry({service: 'yandex-metrica'});
// @ts-expect-error this id belongs to another service
entry({service: 'yandex-metrica', measurementId: 'G-1'});
// @ts-expect-error no option of Metrica's is called so
entry({service: 'yandex-metrica', counterId: 1, options: {webVisor: true}});
// @ts-expect-error clickmap is true or false
entry({service: 'yandex-metrica', counterId: 1, options: {clickmap: 'yes'}});
// @ts-expect-error a measurement id is a text
entry({service: 'google-analytics', measurementId: 1});
// @ts-expect-error the measurement id is missing
entry({service: 'google-analytics'});
// @ts-expect-error the container id is missing
entry({service: 'google-tag-manager', measurementId: 'G-1'});
// @ts-expect-error an own service says who its vendor is
entry({service: 'chat', name: 'Chat', country: 'DE'});
// @ts-expect-error a withdrawal stops or reloads
entry({service: 'youtube', onWithdraw: 'ignore'});
// @ts-expect-error youtube has no parameters
entry({service: 'youtube', videoId: 'x'});

// ---- The API ----

declare const gate: ConsentGate;
declare const decision: Decision;
same<Same<ReturnType<typeof startConsentGate>, ConsentGate>>(true);
same<Same<ReturnType<ConsentGate['has']>, boolean>>(true);
same<Same<ReturnType<ConsentGate['when']>, Promise<void>>>(true);
same<Same<ReturnType<ConsentGate['open']>, Promise<void>>>(true);
same<Same<ReturnType<ConsentGate['subscribe']>, () => void>>(true);
same<Same<Decision['status'], 'undecided' | 'decided'>>(true);
same<Same<Decision['method'], 'ui' | 'synthetic' | 'api' | null>>(true);

gate.choose({analytics: true, 'yandex-metrica:webvisor': false});
gate.subscribe((decision) => decision.unanswered.length);

// @ts-expect-error an answer is yes or no
gate.choose({analytics: 'yes'});
// @ts-expect-error an id is a text
gate.has(1);
// @ts-expect-error nobody writes the decision
gate.decision = decision;
// @ts-expect-error nor a part of it
gate.decision.status = 'decided';
// @ts-expect-error nor an answer in it
gate.decision.categories['analytics'] = true;
// @ts-expect-error nor what is still to be asked
gate.decision.unanswered.push('x');
// @ts-expect-error there is no such member
gate.acceptEverything();

// ---- The events ----

document.addEventListener('consent-ready', ({decision}) => {
  same<Same<typeof decision, Decision>>(true);
});
document.addEventListener('consent-change', (event) => {
  const {decision, previous}: ConsentChangeEvent = event;
  same<Same<typeof decision, typeof previous>>(true);
});
document.addEventListener('consent-shown', ({layer}) => {
  same<Same<typeof layer, 'banner' | 'preferences'>>(true);
});
// @ts-expect-error ready has no previous decision
document.addEventListener('consent-ready', ({previous}) => previous);
// @ts-expect-error change has no layer
document.addEventListener('consent-change', ({layer}) => layer);
// @ts-expect-error there is no such event
document.addEventListener('consent-given', ({decision}) => decision);

// ---- The locales ----

const {accept, ...incomplete} = en;
export const complete: Messages = {...incomplete, accept};
// @ts-expect-error a language without a text does not compile
export const missing: Messages = incomplete;
const {'purposes.media': media, ...fewer} = en;
export const all: Messages = {...fewer, 'purposes.media': media};
// @ts-expect-error nor one without a purpose
export const forgotten: Messages = fewer;
// @ts-expect-error nor one with a text nobody asked for
export const unknown: Messages = {...en, flattery: 'We value your privacy'};
