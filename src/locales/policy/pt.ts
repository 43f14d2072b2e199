import type {PolicyMessages} from './messages.js';

/** Portuguese: European spelling, in words that Brazil uses too wherever there are some. */
export const policyMessages: PolicyMessages = {
  version: 'Versão {version}',
  published: 'publicada em {date}',
  effective: 'em vigor a partir de {date}',

  nothingBefore:
    'Enquanto não responder, nenhum serviço opcional guarda nada no seu navegador nem obtém qualquer informação a seu respeito.',
  equal:
    'Rejeitar é tão fácil quanto aceitar, e a rejeição vale pelo mesmo tempo ({term}). Utilizar o site não equivale a responder.',
  anyTime: 'Pode mudar de ideia a qualquer momento.',

  what: 'O que são cookies',
  whatText:
    'Os cookies são pequenos textos que um site guarda no seu navegador; o armazenamento web (dados locais) faz o mesmo em outro lugar. Um identificador neles contido aponta para um determinado navegador e, assim, indiretamente, para uma pessoa. Os pixels (web beacons) e os scripts de outras empresas podem lê-los e escrevê-los; aqui, também eles aguardam a sua resposta.',

  uses: 'O que é utilizado e para quê',
  apart: 'Pergunta à parte: {purposes}.',
  purpose: 'Finalidade',
  party: 'Pertence a',
  first: 'este site',
  third: 'outra empresa',

  ownAnswers: 'as suas respostas',
  ownNotice: 'que aviso de alteração da política fechou',

  kept: 'Prazo de conservação',
  keptText:
    'A sua resposta, seja sim ou não, vale por um prazo fixo ({term}); depois, a pergunta volta a ser feita. Nesse momento, e sempre que rejeitar um serviço, é eliminado tudo o que ele guardou e que uma página pode eliminar, mesmo antes do fim do prazo.',
  unreachable:
    'O que uma empresa guarda no seu próprio domínio só pode ser eliminado nas configurações do navegador.',
  recorded:
    'Cada resposta é enviada ao responsável como registo do que foi perguntado e respondido; nada nele diz quem você é.',
  onItsWay: 'Uma resposta a caminho do responsável',

  recipients: 'Destinatários dos dados',
  recipientsText: 'Após o seu consentimento, e só então, são transmitidos dados a:',

  withdraw: 'Como rejeitar ou retirar o consentimento',
  inSettings:
    'Nas preferências de cookies, a qualquer momento. Os serviços param de imediato, alguns com o recarregamento da página, e o que guardaram é eliminado:',
  inBrowser:
    'Eliminando os cookies deste site no seu navegador: a pergunta volta a ser feita e poderá escolher de outra forma.',
  byDefault:
    'Desativando os cookies no seu navegador, para todos os sites ou para este, ou através do Global Privacy Control, que é considerado uma rejeição da publicidade. Tudo o que não precisa de nenhum serviço opcional continua a funcionar.',
  byLetter: 'Por e-mail para {email}, com um destes assuntos:',

  operator: 'Responsável pelo tratamento',
  address: 'Endereço',
  registration: 'Registo',
  email: 'E-mail',

  upcoming: 'Até lá vigora a versão anterior.',
  changes: 'Novidades desta versão',
  changesText:
    'Se for adicionada uma finalidade ou uma empresa, haverá uma pergunta sobre ela; as suas respostas anteriores não mudam.',

  yourChoice: 'A sua escolha',
  noChoice: 'Ainda não escolheu.',
};
