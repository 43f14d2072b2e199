/** The command line. */
import {parseArgs} from 'node:util';
import {CONDITIONS} from './conditions.mjs';

/** Fewer rounds than this are for looking, not for publishing. */
export const ENOUGH_ROUNDS = 10;

const USAGE = `npm run bench -- [--rounds N] [--only contender]… [--conditions ABC] [--no-write]

  --rounds N       how often each is measured (${ENOUGH_ROUNDS}); with fewer than ${ENOUGH_ROUNDS} nothing is written
  --only           one contender beside the empty page; may be repeated; nothing is written
  --conditions     ${CONDITIONS.map(({id, title}) => `${id}: ${title}`).join('; ')}; all, or nothing is written
  --no-write       leaves docs/ and README.md as they are`;

export function readOptions() {
  let values;
  try {
    ({values} = parseArgs({
      options: {
        rounds: {type: 'string', default: String(ENOUGH_ROUNDS)},
        only: {type: 'string', multiple: true, default: []},
        conditions: {type: 'string', default: CONDITIONS.map(({id}) => id).join('')},
        'no-write': {type: 'boolean', default: false},
        help: {type: 'boolean', default: false},
      },
    }));
  } catch (error) {
    leave(`${error.message}\n\n${USAGE}`, 1);
  }
  if (values.help) leave(USAGE, 0);
  const rounds = Number(values.rounds);
  const conditions = CONDITIONS.filter(({id}) => values.conditions.includes(id));
  if (!Number.isInteger(rounds) || rounds < 1 || !conditions.length) leave(USAGE, 1);
  return {
    rounds,
    conditions,
    only: values.only,
    write:
      !values['no-write'] &&
      !values.only.length &&
      rounds >= ENOUGH_ROUNDS &&
      conditions.length === CONDITIONS.length,
  };
}

function leave(text, code) {
  console[code ? 'error' : 'log'](text);
  process.exit(code);
}
