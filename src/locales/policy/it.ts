import type {PolicyMessages} from './messages.js';

/** Italian. */
export const policyMessages: PolicyMessages = {
  version: 'Versione {version}',
  // Not «il {date}» and «dal {date}»: before 8 and 11 they would have to be «l’» and «dall’».
  published: 'pubblicazione: {date}',
  effective: 'entrata in vigore: {date}',

  nothingBefore:
    'Finché non hai risposto, nessun servizio facoltativo conserva nulla nel tuo browser né viene a sapere nulla su di te.',
  equal:
    'Rifiutare è facile quanto accettare, e il rifiuto vale altrettanto a lungo ({term}). Usare il sito non equivale a rispondere.',
  anyTime: 'Puoi cambiare idea in qualsiasi momento.',

  what: 'Che cosa sono i cookie',
  whatText:
    'I cookie sono piccoli testi che un sito conserva nel tuo browser; la memoria locale svolge la stessa funzione in un altro punto. Un identificativo al loro interno rimanda a un determinato browser e quindi, indirettamente, a una persona. I pixel (web beacon) e gli script di altre società possono leggerli e scriverli; qui attendono anch’essi la tua risposta.',

  uses: 'Che cosa viene usato e per quali finalità',
  apart: 'Domanda a parte: {purposes}.',
  purpose: 'Finalità',
  party: 'Appartiene a',
  first: 'questo sito',
  third: 'un’altra società',

  ownAnswers: 'le tue risposte',
  ownNotice: 'quale avviso di modifica dell’informativa hai chiuso',

  kept: 'Periodo di conservazione',
  keptText:
    'La tua risposta, sì o no che sia, vale per un periodo fisso ({term}); poi la domanda ti viene posta di nuovo. Allora, e ogni volta che rifiuti un servizio, viene eliminato tutto ciò che il servizio ha memorizzato e che una pagina può eliminare, anche prima della scadenza.',
  unreachable:
    'Ciò che una società conserva sul proprio dominio si può eliminare solo dalle impostazioni del tuo browser.',
  recorded:
    'Ogni risposta viene inviata al titolare come prova di ciò che è stato chiesto e risposto; nulla vi dice chi è lei.',
  onItsWay: 'Una risposta in viaggio verso il titolare',

  recipients: 'Destinatari dei dati',
  recipientsText: 'Dopo il tuo consenso, e solo allora, vengono trasmessi dati a:',

  withdraw: 'Come rifiutare o revocare il consenso',
  inSettings:
    'Nelle impostazioni, in qualsiasi momento. I servizi si interrompono subito, alcuni ricaricando la pagina, e ciò che hanno memorizzato viene eliminato:',
  inBrowser:
    'Eliminando i cookie di questo sito nel tuo browser: la domanda ti verrà posta di nuovo e potrai scegliere diversamente.',
  byDefault:
    'Disattivando i cookie nel tuo browser, per tutti i siti o per questo, oppure con Global Privacy Control, che viene considerato un rifiuto della pubblicità. Tutto ciò che non richiede servizi facoltativi continua a funzionare.',
  byLetter: 'Inviando un’e-mail a {email} con uno di questi oggetti:',

  operator: 'Titolare del trattamento',
  address: 'Indirizzo',
  registration: 'Registrazione',
  email: 'E-mail',

  upcoming: 'Fino ad allora vale la versione precedente.',
  changes: 'Novità di questa versione',
  changesText:
    'Se viene aggiunta una finalità o una società, ti verrà posta la relativa domanda; le risposte precedenti non cambiano.',

  yourChoice: 'La tua scelta',
  noChoice: 'Non hai ancora scelto.',
};
