import type {DeviceMessages} from './messages.js';

/** French. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'Sur cet appareil en ce moment ({count})',
  nothingHere: 'Les services de ce site ne conservent rien sur cet appareil en ce moment.',
  mayReturn: 'Ce service est activé et peut l’enregistrer de nouveau.',
  erase: 'Supprimer',
  erased: 'Supprimé\u00a0: {names}.',
  remains: 'Encore présent\u00a0: {names}.',
  ownRecord: 'L’enregistrement de votre choix',
  forget: 'Oublier mon choix et me redemander',
  forgetText:
    'Tout ce qui est facultatif est alors désactivé et la question vous est posée de nouveau.',
  unlisted: 'Hors de la liste de ce site\u00a0: {count}',
  beyond:
    'Les cookies d’autres sites et ceux que seul un serveur lit ne sont pas visibles d’ici. Les paramètres de votre navigateur permettent de les voir et de les supprimer.',
  myChoice: 'Mon choix',
  copy: 'Copier le reçu',
  copied: 'Le reçu est copié.',
  byHand: 'Le navigateur ne l’a pas permis. Le reçu est sélectionné\u00a0: copiez-le d’ici.',
  download: 'Télécharger le reçu',
  downloaded: 'Le téléchargement a commencé.',
  receipt: 'Reçu',
  rights: 'Responsable et vos droits',
  address: 'Adresse',
  registration: 'Immatriculation',
  withdraw: 'Retirer votre consentement par e-mail\u00a0:',
  requests: 'Autres demandes par e-mail\u00a0:',
};
