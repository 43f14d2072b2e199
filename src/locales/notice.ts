import type {Language} from './languages.js';

/** What the notice of a reload says. */
export interface NoticeMessages {
  /** That a withdrawal waits for a reload, and what a reload costs. */
  waiting: string;
  /** Button that loads the page anew. */
  reload: string;
}

/** By language; apart from the other texts, for hardly any visitor ever reads them. */
export const noticeMessages: Readonly<Record<Language, NoticeMessages>> = {
  en: {
    waiting:
      'A service you switched off ends when this page is reloaded. Anything you have typed and not sent would be lost.',
    reload: 'Reload now',
  },
  ru: {
    waiting:
      'Выключенный вами сервис остановится после перезагрузки страницы. Всё, что вы ввели и не отправили, пропадёт.',
    reload: 'Перезагрузить сейчас',
  },
  be: {
    waiting:
      'Выключаны вамі сэрвіс спыніцца пасля перазагрузкі старонкі. Усё, што вы ўвялі і не адправілі, прападзе.',
    reload: 'Перазагрузіць зараз',
  },
  kk: {
    waiting:
      'Сіз өшірген сервис бет қайта жүктелгенде тоқтайды. Енгізіп, жібермегеніңіздің бәрі жоғалады.',
    reload: 'Қазір қайта жүктеу',
  },
  uk: {
    waiting:
      'Вимкнений вами сервіс зупиниться після перезавантаження сторінки. Усе, що ви ввели й не надіслали, буде втрачено.',
    reload: 'Перезавантажити зараз',
  },
  uz: {
    waiting:
      'Siz oʻchirgan xizmat sahifa qayta yuklanganda toʻxtaydi. Kiritib, yubormagan maʼlumotlaringiz yoʻqoladi.',
    reload: 'Hozir qayta yuklash',
  },
  de: {
    waiting:
      'Ein Dienst, den Sie ausgeschaltet haben, endet beim Neuladen dieser Seite. Nicht gesendete Eingaben gehen dabei verloren.',
    reload: 'Jetzt neu laden',
  },
  fr: {
    waiting:
      'Un service que vous avez désactivé s’arrêtera au rechargement de cette page. Ce que vous avez saisi sans l’envoyer serait perdu.',
    reload: 'Recharger maintenant',
  },
  es: {
    waiting:
      'El servicio desactivado se detendrá al recargar esta página. Lo que haya escrito sin enviar se perderá.',
    reload: 'Recargar ahora',
  },
  it: {
    waiting:
      'Un servizio che hai disattivato si interromperà al ricaricamento di questa pagina. Quanto hai scritto e non inviato andrebbe perso.',
    reload: 'Ricarica ora',
  },
  pt: {
    waiting:
      'O serviço desativado terminará quando esta página for recarregada. O que escreveu e não enviou será perdido.',
    reload: 'Recarregar agora',
  },
  pl: {
    waiting:
      'Wyłączona przez Ciebie usługa zatrzyma się po odświeżeniu strony. Dane wpisane, ale niewysłane, zostaną utracone.',
    reload: 'Odśwież teraz',
  },
  tr: {
    waiting:
      'Kapattığınız hizmet, bu sayfa yeniden yüklendiğinde durur. Yazıp göndermediğiniz her şey kaybolur.',
    reload: 'Şimdi yeniden yükle',
  },
  zh: {
    waiting: '您关闭的服务会在重新加载此页面后停止。已输入但尚未提交的内容将会丢失。',
    reload: '立即重新加载',
  },
  ar: {
    waiting: 'ستتوقف الخدمة التي عطّلتها عند إعادة تحميل هذه الصفحة. وسيُفقد كل ما كُتب ولم يُرسل.',
    reload: 'إعادة التحميل الآن',
  },
  he: {
    waiting: 'שירות שכיבית ייעצר עם טעינה מחדש של הדף. מה שהוקלד ולא נשלח יאבד.',
    reload: 'לטעון מחדש עכשיו',
  },
};
