import {storedRecord} from './record-jar.js';
import {uuid} from './browser/uuid.js';
import {addWaiting, type WaitingRecord} from './browser/waiting-records.js';
import {fingerprintsOf} from './decision/fingerprints.js';
import {writeRecord} from './decision/write-record.js';
import {ownRecord, type Keeper} from './keep-decision.js';

/**
 * Notes a choice for the owner, at once: the page may be loaded anew because of it.
 * @returns it, where it could not be stored
 */
export function noteChoice(keeper: Keeper): WaitingRecord | undefined {
  const record = ownRecord(keeper, fingerprintsOf(keeper), storedRecord(keeper.jar));
  const choice = {
    id: uuid(),
    at: Math.floor(Date.now() / 1000),
    said: record ? writeRecord(record) : '',
  };
  return addWaiting(choice) ? undefined : choice;
}
