/*
 * A service worker answers what its own pages ask for; the document of a foreign frame is not among
 * that. So a video's address is turned into the stand-in on this very server at the moment it is set.
 * Should one slip through, `frame-src 'self'` of the server stops it.
 */
(() => {
  'use strict';

  const PLAYER = /^https:\/\/www\.youtube(-nocookie)?\.com\/embed\//;
  const instead = (address) => {
    const url = String(address);
    if (!PLAYER.test(url)) return address;
    dispatchEvent(new CustomEvent('demo-frame', {detail: url}));
    return '/stand-ins/youtube.html';
  };

  const frame = HTMLIFrameElement.prototype;
  const {get, set} = Object.getOwnPropertyDescriptor(frame, 'src');
  Object.defineProperty(frame, 'src', {
    configurable: true,
    enumerable: true,
    get,
    set(address) {
      set.call(this, instead(address));
    },
  });
  const {setAttribute} = Element.prototype;
  frame.setAttribute = function (name, value) {
    const isSource = String(name).toLowerCase() === 'src';
    setAttribute.call(this, name, isSource ? instead(value) : value);
  };
})();
