import type {PolicyMessages} from './messages.js';

/** Spanish. */
export const policyMessages: PolicyMessages = {
  version: 'Versión {version}',
  published: 'publicada el {date}',
  effective: 'en vigor a partir del {date}',

  nothingBefore:
    'Hasta que usted responda, ningún servicio opcional guarda nada en su navegador ni obtiene información alguna sobre usted.',
  equal:
    'Rechazar es tan fácil como aceptar, y el rechazo vale el mismo tiempo ({term}). Usar el sitio no equivale a responder.',
  anyTime: 'Puede cambiar de opinión en cualquier momento.',

  what: 'Qué son las cookies',
  whatText:
    'Las cookies son pequeños textos que un sitio guarda en su navegador; el almacenamiento web (datos locales) hace lo mismo en otro lugar. Un identificador contenido en ellos remite a un navegador concreto y, por tanto, indirectamente, a una persona. Los píxeles (balizas web) y los scripts de otras empresas pueden leerlos y escribirlos; aquí también ellos esperan su respuesta.',

  uses: 'Qué se utiliza y para qué',
  apart: 'Se pregunta por separado: {purposes}.',
  purpose: 'Finalidad',
  party: 'Pertenece a',
  first: 'este sitio',
  third: 'otra empresa',

  ownAnswers: 'sus respuestas',
  ownNotice: 'qué aviso de cambio de la política ha cerrado',

  kept: 'Cuánto tiempo se conserva',
  keptText:
    'Su respuesta, sea sí o no, vale durante un plazo fijo ({term}); después se le volverá a preguntar. En ese momento, y siempre que rechace un servicio, se elimina todo lo que este ha guardado y que una página puede eliminar, aunque no haya vencido su plazo.',
  unreachable:
    'Lo que una empresa guarda en su propio dominio solo se puede eliminar en la configuración del navegador.',
  recorded:
    'Cada respuesta se envía al responsable como constancia de lo que se preguntó y se respondió; nada en ella dice quién es usted.',
  onItsWay: 'Una respuesta que aún no ha llegado al responsable',

  recipients: 'Destinatarios de los datos',
  recipientsText: 'Tras su consentimiento, y solo entonces, se comunican datos a:',

  withdraw: 'Cómo rechazar o retirar el consentimiento',
  inSettings:
    'En la configuración, en cualquier momento. Los servicios se detienen de inmediato, algunos al volver a cargarse la página, y se elimina lo que hayan guardado:',
  inBrowser:
    'Eliminando las cookies de este sitio en su navegador: se le volverá a preguntar y podrá elegir otra cosa.',
  byDefault:
    'Desactivando las cookies en su navegador, para todos los sitios o para este, o mediante Global Privacy Control, que se considera un rechazo de la publicidad. Todo lo que no necesita ningún servicio opcional sigue funcionando.',
  byLetter: 'Por correo electrónico a {email}, con uno de estos asuntos:',

  operator: 'Responsable del tratamiento',
  address: 'Dirección',
  registration: 'Datos registrales',
  email: 'Correo electrónico',

  upcoming: 'Hasta entonces rige la versión anterior.',
  changes: 'Novedades de esta versión',
  changesText:
    'Si se añade una finalidad o una empresa, se le preguntará al respecto; sus respuestas anteriores se mantienen.',

  yourChoice: 'Su elección',
  noChoice: 'Aún no ha elegido.',
};
