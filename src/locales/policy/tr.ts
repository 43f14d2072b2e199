import type {PolicyMessages} from './messages.js';

/** Turkish. */
export const policyMessages: PolicyMessages = {
  version: 'Sürüm {version}',
  published: 'yayım tarihi: {date}',
  effective: 'yürürlük tarihi: {date}',

  nothingBefore:
    'Siz yanıt verene kadar zorunlu olmayan hiçbir hizmet tarayıcınızda bir şey saklamaz ve sizinle ilgili bir şey öğrenmez.',
  equal:
    'Reddetmek, açık rıza vermek kadar kolaydır; ret de aynı süre geçerlidir ({term}). Siteyi kullanmak yanıt sayılmaz.',
  anyTime: 'Seçiminizi istediğiniz zaman değiştirebilirsiniz.',

  what: 'Çerez nedir',
  whatText:
    'Çerezler, bir sitenin tarayıcınızda sakladığı küçük metinlerdir; web depolama aynı işi başka bir yerde yapar. İçlerindeki tanımlayıcı tek bir tarayıcıyı, böylece dolaylı olarak bir kişiyi gösterir. Başka şirketlerin pikselleri (web işaretçileri) ve betikleri bunları okuyup yazabilir; bu sitede onlar da yanıtınızı bekler.',

  uses: 'Neler hangi amaçla kullanılır',
  apart: 'Ayrı sorulur: {purposes}.',
  purpose: 'Amaç',
  party: 'Kimin',
  first: 'bu sitenin',
  third: 'başka bir şirketin',

  ownAnswers: 'yanıtlarınız',
  ownNotice: 'politika değişikliğine ilişkin hangi bildirimi kapattığınız',

  kept: 'Ne kadar süre saklanır',
  keptText:
    'Yanıtınız, ister açık rıza ister ret olsun, belirli bir süre geçerlidir ({term}); sonra size yeniden sorulur. O zaman ve bir hizmeti her reddettiğinizde, hizmetin sakladığı ve sayfanın silebildiği her şey, süresi dolmamış olsa bile silinir.',
  unreachable:
    'Bir şirketin kendi alan adında sakladıkları yalnızca tarayıcı ayarlarından silinebilir.',
  recorded:
    'Her yanıt, neyin sorulduğunun ve ne yanıt verildiğinin kaydı olarak veri sorumlusuna gönderilir; içinde kim olduğunuzu gösteren hiçbir şey yoktur.',
  onItsWay: 'Veri sorumlusuna ulaşmayı bekleyen yanıt',

  recipients: 'Verileri kim alır',
  recipientsText: 'Veriler, ancak açık rızanızdan sonra şu alıcılara aktarılır:',

  withdraw: 'Nasıl reddedilir, açık rıza nasıl geri alınır',
  inSettings:
    'Ayarlardan, istediğiniz zaman. Hizmetler hemen durur, bazıları için sayfa yeniden yüklenir; sakladıkları silinir:',
  inBrowser:
    'Bu sitenin çerezlerini tarayıcınızdan silerek: size yeniden sorulur ve farklı bir seçim yapabilirsiniz.',
  byDefault:
    'Tarayıcınızda çerezleri tüm siteler veya bu site için kapatarak ya da reklamın reddi sayılan Global Privacy Control sinyalini açarak. Zorunlu olmayan hizmetlere ihtiyaç duymayan her şey çalışmaya devam eder.',
  byLetter: '{email} adresine şu konulardan biriyle e-posta göndererek:',

  operator: 'Bundan kim sorumlu',
  address: 'Adres',
  registration: 'Kayıt bilgileri',
  email: 'E-posta',

  upcoming: 'O tarihe kadar önceki sürüm geçerlidir.',
  changes: 'Bu sürümdeki yenilikler',
  changesText: 'Bir amaç veya şirket eklenirse size sorulur; önceki yanıtlarınız değişmez.',

  yourChoice: 'Seçiminiz',
  noChoice: 'Henüz seçim yapmadınız.',
};
