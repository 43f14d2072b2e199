import type {DeviceMessages} from './messages.js';

/** Spanish. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'Ahora en este dispositivo ({count})',
  nothingHere: 'Los servicios de este sitio no guardan nada en este dispositivo ahora.',
  mayReturn: 'El servicio está activado y puede volver a guardarlo.',
  erase: 'Eliminar',
  erased: 'Eliminado: {names}.',
  remains: 'Sigue ahí: {names}.',
  ownRecord: 'El registro de su elección',
  forget: 'Olvidar mi elección y volver a preguntar',
  forgetText: 'Entonces se desactiva todo lo opcional y se le vuelve a preguntar.',
  unlisted: 'Fuera de la lista de este sitio: {count}',
  beyond:
    'Las cookies de otros sitios y las que solo lee un servidor no se ven desde aquí. La configuración de su navegador las muestra y las elimina.',
  myChoice: 'Mi elección',
  copy: 'Copiar el recibo',
  copied: 'El recibo se ha copiado.',
  byHand: 'El navegador no lo ha permitido. El recibo está seleccionado: cópielo desde aquí.',
  download: 'Descargar el recibo',
  downloaded: 'La descarga ha comenzado.',
  receipt: 'Recibo',
  rights: 'Responsable y sus derechos',
  address: 'Dirección',
  registration: 'Datos registrales',
  withdraw: 'Retirar el consentimiento por correo electrónico:',
  requests: 'Otras solicitudes por correo electrónico:',
};
