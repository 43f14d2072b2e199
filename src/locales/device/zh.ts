import type {DeviceMessages} from './messages.js';

/** Chinese, in simplified characters. */
export const deviceMessages: DeviceMessages = {
  onDevice: '当前此设备上的内容（{count}）',
  nothingHere: '本网站的服务目前未在此设备上保存任何内容。',
  mayReturn: '该服务已开启，可能会再次保存。',
  erase: '删除',
  erased: '已删除：{names}。',
  remains: '仍然存在：{names}。',
  ownRecord: '您的选择记录',
  forget: '清除我的选择并重新询问',
  forgetText: '届时所有可选项都会关闭，并会再次询问您。',
  unlisted: '不在本网站列表中：{count}',
  beyond:
    '其他网站的 Cookie 以及只有服务器读取的 Cookie 在此处无法看到。可在浏览器设置中查看和删除。',
  myChoice: '我的选择',
  copy: '复制凭据',
  copied: '凭据已复制。',
  byHand: '浏览器不允许此操作。凭据已选中：请从此处复制。',
  download: '下载凭据',
  downloaded: '下载已开始。',
  receipt: '凭据',
  rights: '运营者与您的权利',
  address: '地址',
  registration: '登记信息',
  withdraw: '通过电子邮件撤回同意：',
  requests: '通过电子邮件提出其他请求：',
};
