/** Of a page: later in the document than the banner, as high as a z-index gets, and over its buttons. */
export const CURTAIN =
  '<div id="curtain" style="position:fixed;inset:auto 0 0;height:60vh;z-index:2147483647;background:#fc9">Chat</div>';
