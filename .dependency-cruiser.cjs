// The house plan as rules: arrows only point down, and each room knows only what it must.
//   doors → hall (start and what belongs to it) → rooms (config, decision, gates, services, locales) → browser; ui stands apart.
// A type import counts as an arrow too, except where a rule says `dependencyTypesNot: typeOnly`.

const doors = '^src/((index|script|bundle|modules|tag)\\.ts$|cli/)';
const hall =
  '^src/(?!(index|script|bundle|modules|tag|ui|preferences|notice|attendant|embed|policy|receipt|device|announcement)\\.ts$)[^/]+\\.ts$';
const loader = '^src/modules\\.ts$';
const rooms = '^src/(config|decision|gates|services|locales)/';
const browser = '^src/browser/';
const ui = '^src/ui/';
const landing =
  '^src/(ui|preferences|notice|attendant|embed|policy|receipt|device|announcement)\\.ts$';
const lit = '(^|/)node_modules/(lit|lit-html|lit-element|@lit|@lit-labs)/';
const jsCookie = '(^|/)node_modules/(@types/)?js-cookie/';
// `import type {…}`. Not `typeof import('…')`, which would hide an `import('…')` of the same file beside it.
const typeOnly = ['type-only'];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one concept, or need a third. Types count.',
      severity: 'error',
      from: {},
      to: {circular: true},
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file, and it imports nothing: is it still needed?',
      severity: 'error',
      from: {orphan: true, path: '^src/', pathNot: '\\.d\\.ts$'},
      to: {},
    },
    {
      name: 'no-unresolved',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      to: {couldNotResolve: true},
    },
    {
      name: 'doors-are-outermost',
      comment: 'Only a door may import a door: nobody inside goes out and in again.',
      severity: 'error',
      from: {path: '^src/', pathNot: [doors, hall]},
      to: {path: doors},
    },
    {
      name: 'hall-imports-no-door',
      comment: 'The hall knows of one door only, and of that only the shape (next rule).',
      severity: 'error',
      from: {path: hall},
      to: {path: doors, pathNot: loader},
    },
    {
      name: 'hall-is-handed-the-loader',
      comment: 'The doors hand modules.ts to the hall, each its own; the hall knows its type only.',
      severity: 'error',
      from: {path: hall},
      to: {path: loader, dependencyTypesNot: typeOnly},
    },
    {
      name: 'hall-is-behind-the-doors',
      comment: 'Only doors import the hall. What a room needs of it, the hall hands over.',
      severity: 'error',
      from: {path: '^src/', pathNot: [doors, hall, landing]},
      to: {path: hall},
    },
    {
      name: 'rooms-are-apart',
      comment:
        'config, decision, gates, services and locales share types only; start.ts introduces them to each other.',
      severity: 'error',
      from: {path: rooms},
      to: {path: rooms, pathNot: '^src/$1/', dependencyTypesNot: typeOnly},
    },
    {
      name: 'gates-and-services-are-strangers',
      comment: 'All that gates may know of services is what one is, and what a site holds of it.',
      severity: 'error',
      from: {path: '^src/gates/'},
      to: {path: '^src/services/', pathNot: '^src/services/(held-)?service\\.ts$'},
    },
    {
      name: 'services-know-no-gate',
      comment: 'A service gets what it may use handed over as a `Page`.',
      severity: 'error',
      from: {path: '^src/services/'},
      to: {path: '^src/gates/'},
    },
    {
      name: 'browser-is-the-ground',
      comment: 'browser/ knows what browsers do and nothing of this house.',
      severity: 'error',
      from: {path: browser},
      to: {path: '^src/', pathNot: browser},
    },
    {
      name: 'ui-uses-browser-only',
      comment: 'The UI gets its data handed over: of the rooms it knows types.',
      severity: 'error',
      from: {path: ui},
      to: {path: '^src/', pathNot: [ui, browser], dependencyTypesNot: typeOnly},
    },
    {
      name: 'ui-knows-types-of-four-rooms',
      comment: 'Types of config, decision, services and locales; of nothing else.',
      severity: 'error',
      from: {path: ui},
      to: {path: '^src/', pathNot: [ui, browser, '^src/(config|decision|services|locales)/']},
    },
    {
      name: 'only-the-landing-knows-ui',
      comment:
        'A returning visitor loads no UI: only ui.ts, with what it fetches, and modules.ts lead upstairs.',
      severity: 'error',
      from: {path: '^src/', pathNot: [ui, landing, loader, '^src/cli/']},
      to: {path: '^src/ui/'},
    },
    {
      name: 'only-doors-load-the-landing',
      comment: 'The hall is handed a loader; it does not import ui.ts.',
      severity: 'error',
      from: {path: '^src/', pathNot: [doors, ui]},
      to: {path: '^src/ui\\.ts$'},
    },
    {
      name: 'lit-is-upstairs',
      comment: 'The core holds no lit.',
      severity: 'error',
      from: {path: '^src/', pathNot: ui},
      to: {path: lit},
    },
    {
      name: 'one-cookie-jar',
      comment: 'Only the cookie jar imports js-cookie.',
      severity: 'error',
      from: {path: '^src/', pathNot: '^src/browser/cookie-jar\\.ts$'},
      to: {path: jsCookie},
    },
    {
      name: 'two-dependencies',
      comment: 'At run time there are lit and js-cookie, and no third.',
      severity: 'error',
      from: {path: '^src/'},
      to: {
        path: '(^|/)node_modules/',
        pathNot: ['(^|/)node_modules/lit/', jsCookie],
      },
    },
    {
      name: 'no-node-in-pages',
      comment: 'Only the command line runs in Node.',
      severity: 'error',
      from: {path: '^src/', pathNot: '^src/cli/'},
      to: {dependencyTypes: ['core']},
    },
    {
      name: 'src-stands-alone',
      comment: 'What is shipped imports nothing from tests or the demo.',
      severity: 'error',
      from: {path: '^src/'},
      to: {path: '^(test|demo|docs)/'},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    tsConfig: {fileName: 'tsconfig.json'},
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {conditionNames: ['import', 'browser', 'default', 'types']},
  },
};
