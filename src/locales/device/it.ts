import type {DeviceMessages} from './messages.js';

/** Italian. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'Ora su questo dispositivo ({count})',
  nothingHere:
    'I servizi di questo sito non conservano nulla su questo dispositivo in questo momento.',
  mayReturn: 'Il servizio è attivo e può salvarlo di nuovo.',
  erase: 'Elimina',
  erased: 'Eliminato: {names}.',
  remains: 'Ancora presente: {names}.',
  ownRecord: 'La registrazione della tua scelta',
  forget: 'Dimentica la mia scelta e chiedi di nuovo',
  forgetText: 'Tutto ciò che è facoltativo viene disattivato e la domanda ti viene posta di nuovo.',
  unlisted: 'Non nell’elenco di questo sito: {count}',
  beyond:
    'I cookie di altri siti e quelli che legge solo un server non si vedono da qui. Le impostazioni del browser li mostrano e li eliminano.',
  myChoice: 'La mia scelta',
  copy: 'Copia la ricevuta',
  copied: 'La ricevuta è stata copiata.',
  byHand: 'Il browser non lo ha consentito. La ricevuta è selezionata: copiala da qui.',
  download: 'Scarica la ricevuta',
  downloaded: 'Il download è iniziato.',
  receipt: 'Ricevuta',
  rights: 'Titolare e i tuoi diritti',
  address: 'Indirizzo',
  registration: 'Registrazione',
  withdraw: 'Revocare il consenso via e-mail:',
  requests: 'Altre richieste via e-mail:',
};
