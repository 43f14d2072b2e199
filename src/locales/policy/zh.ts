import type {PolicyMessages} from './messages.js';

/** Chinese, in simplified characters. */
export const policyMessages: PolicyMessages = {
  version: '版本 {version}',
  published: '{date}发布',
  effective: '自{date}起生效',

  nothingBefore:
    '在您作出选择之前，任何可选服务都不会在您的浏览器中保存任何内容，也不会获知任何关于您的信息。',
  equal: '拒绝与同意同样方便，有效期也相同（{term}）。使用本网站不视为作出选择。',
  anyTime: '您可以随时更改选择。',

  what: '什么是 Cookie',
  whatText:
    'Cookie 是网站保存在您浏览器中的小段文本；本地存储在另一处起同样的作用。其中的标识符指向某一个浏览器，从而间接指向个人。其他公司的像素标签（网络信标）和脚本可以读取和写入这些内容；在本网站，这些像素标签和脚本同样须等待您作出选择。',

  uses: '使用了什么，用来做什么',
  apart: '单独询问：{purposes}。',
  purpose: '用途',
  party: '所属方',
  first: '本网站',
  third: '其他公司',

  ownAnswers: '您的选择',
  ownNotice: '您已关闭的政策变更通知',

  kept: '保存多久',
  keptText:
    '您的选择，无论同意还是拒绝，均在固定期限内有效（{term}），到期后会再次询问您。届时以及您每次拒绝某项服务时，该服务保存的内容中凡是网页能够删除的都会被删除，即使尚未到期。',
  unreachable: '公司在其自有域名下保存的内容，只能在浏览器设置中删除。',
  recorded: '每个回答都会作为所问与所答的记录发送给运营者，其中没有任何能表明您身份的内容。',
  onItsWay: '尚未送达运营者的回答',

  recipients: '谁会收到数据',
  recipientsText: '只有在您同意之后，数据才会发送给：',

  withdraw: '如何拒绝或撤回同意',
  inSettings:
    '可随时在设置中操作。服务会立即停止，部分服务停止时会重新加载页面；其保存的内容会被删除：',
  inBrowser: '在浏览器中删除本网站的 Cookie：之后会再次询问您，您可以另作选择。',
  byDefault:
    '在浏览器中对所有网站或对本网站停用 Cookie，或启用 Global Privacy Control，该信号视为拒绝广告。凡不需要可选服务的功能均可继续使用。',
  byLetter: '发送邮件至 {email}，主题使用以下之一：',

  operator: '由谁负责',
  address: '地址',
  registration: '登记信息',
  email: '电子邮箱',

  upcoming: '在此之前，适用上一版本。',
  changes: '此版本的新内容',
  changesText: '如果新增用途或公司，会就此询问您；您之前的选择保持不变。',

  yourChoice: '您的选择',
  noChoice: '您尚未作出选择。',
};
