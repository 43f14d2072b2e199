import type {DeviceMessages} from './messages.js';

/** Turkish. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'Şu anda bu cihazda ({count})',
  nothingHere: 'Bu sitenin hizmetleri şu anda bu cihazda hiçbir şey saklamıyor.',
  mayReturn: 'Hizmet açık ve bunu yeniden kaydedebilir.',
  erase: 'Sil',
  erased: 'Silindi: {names}.',
  remains: 'Hâlâ duruyor: {names}.',
  ownRecord: 'Seçiminizin kaydı',
  forget: 'Seçimimi unut ve yeniden sor',
  forgetText: 'Zorunlu olmayan her şey kapatılır ve size yeniden sorulur.',
  unlisted: 'Bu sitenin listesinde olmayan: {count}',
  beyond:
    'Başka sitelerin çerezleri ve yalnızca sunucunun okuduğu çerezler buradan görülemez. Bunları tarayıcı ayarlarından görebilir ve silebilirsiniz.',
  myChoice: 'Seçimim',
  copy: 'Makbuzu kopyala',
  copied: 'Makbuz kopyalandı.',
  byHand: 'Tarayıcı buna izin vermedi. Makbuz seçildi: buradan kopyalayın.',
  download: 'Makbuzu indir',
  downloaded: 'İndirme başladı.',
  receipt: 'Makbuz',
  rights: 'Veri sorumlusu ve haklarınız',
  address: 'Adres',
  registration: 'Kayıt bilgileri',
  withdraw: 'Rızayı e-postayla geri çekmek için:',
  requests: 'E-postayla diğer talepler:',
};
