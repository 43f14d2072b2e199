import type {DeviceMessages} from './messages.js';

/** Portuguese: European spelling, in words that Brazil uses too wherever there are some. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'Agora neste dispositivo ({count})',
  nothingHere: 'Os serviços deste site não guardam nada neste dispositivo agora.',
  mayReturn: 'O serviço está ligado e pode voltar a guardar isto.',
  erase: 'Eliminar',
  erased: 'Eliminado: {names}.',
  remains: 'Ainda presente: {names}.',
  ownRecord: 'O registo da sua escolha',
  forget: 'Esquecer a minha escolha e perguntar de novo',
  forgetText: 'Tudo o que é opcional é então desligado e a pergunta volta a ser feita.',
  unlisted: 'Fora da lista deste site: {count}',
  beyond:
    'Os cookies de outros sites e os que só um servidor lê não se veem daqui. As definições do navegador mostram-nos e eliminam-nos.',
  myChoice: 'A minha escolha',
  copy: 'Copiar o recibo',
  copied: 'O recibo foi copiado.',
  byHand: 'O navegador não o permitiu. O recibo está selecionado: copie-o daqui.',
  download: 'Transferir o recibo',
  downloaded: 'A transferência começou.',
  receipt: 'Recibo',
  rights: 'Responsável e os seus direitos',
  address: 'Endereço',
  registration: 'Registo',
  withdraw: 'Retirar o consentimento por e-mail:',
  requests: 'Outros pedidos por e-mail:',
};
