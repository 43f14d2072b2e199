import type {PolicyMessages} from './messages.js';

/** French. */
export const policyMessages: PolicyMessages = {
  version: 'Version {version}',
  published: 'publiée le {date}',
  effective: 'en vigueur à partir du {date}',

  nothingBefore:
    'Tant que vous n’avez pas répondu, aucun service facultatif n’enregistre quoi que ce soit dans votre navigateur ni n’apprend quoi que ce soit à votre sujet.',
  equal:
    'Refuser est aussi simple qu’accepter, et le refus reste valable aussi longtemps ({term}). Utiliser le site ne vaut pas réponse.',
  anyTime: 'Vous pouvez changer d’avis à tout moment.',

  what: 'Ce que sont les cookies',
  whatText:
    'Les cookies sont de petits textes qu’un site enregistre dans votre navigateur\u00a0; le stockage web (stockage local) fait de même à un autre endroit. Un identifiant qui s’y trouve désigne un navigateur donné et donc, indirectement, une personne. Les pixels (balises web) et les scripts d’autres sociétés peuvent lire et écrire ces données\u00a0; ici, eux aussi attendent votre réponse.',

  uses: 'Ce qui est utilisé, et à quelles fins',
  apart: 'Question distincte\u00a0: {purposes}.',
  purpose: 'Finalité',
  party: 'Appartient à',
  first: 'ce site',
  third: 'une autre société',

  ownAnswers: 'vos réponses',
  ownNotice: 'quel avis de modification de la politique vous avez fermé',

  kept: 'Durée de conservation',
  keptText:
    'Votre réponse est valable pour une durée fixe, que vous acceptiez ou refusiez ({term})\u00a0; ensuite, la question vous est posée de nouveau. À ce moment-là, et chaque fois que vous refusez un service, tout ce qu’il a enregistré et qu’une page peut supprimer est supprimé, même avant son terme.',
  unreachable:
    'Ce qu’une société conserve sur son propre domaine ne peut être supprimé que dans les paramètres de votre navigateur.',
  recorded:
    'Chaque réponse est envoyée au responsable du traitement comme trace de ce qui a été demandé et répondu ; rien n’y indique qui vous êtes.',
  onItsWay: 'Une réponse en chemin vers le responsable du traitement',

  recipients: 'Destinataires des données',
  recipientsText:
    'Après votre consentement, et seulement alors, des données sont transmises à\u00a0:',

  withdraw: 'Comment refuser ou retirer votre consentement',
  inSettings:
    'Dans la gestion des cookies, à tout moment. Les services s’arrêtent aussitôt, certains par un rechargement de la page, et ce qu’ils ont enregistré est supprimé\u00a0:',
  inBrowser:
    'En supprimant les cookies de ce site dans votre navigateur\u00a0: la question vous sera posée de nouveau et vous pourrez choisir autrement.',
  byDefault:
    'En désactivant les cookies dans votre navigateur, pour tous les sites ou pour celui-ci, ou par Global Privacy Control, qui est considéré comme un refus de la publicité. Tout ce qui ne dépend d’aucun service facultatif continue de fonctionner.',
  byLetter: 'Par e-mail à {email}, avec l’un de ces objets\u00a0:',

  operator: 'Responsable du traitement',
  address: 'Adresse',
  registration: 'Immatriculation',
  email: 'E-mail',

  upcoming: 'Jusque-là, la version précédente s’applique.',
  changes: 'Nouveautés de cette version',
  changesText:
    'Si une finalité ou une société est ajoutée, la question vous est posée\u00a0; vos réponses précédentes ne changent pas.',

  yourChoice: 'Votre choix',
  noChoice: 'Vous n’avez pas encore choisi.',
};
