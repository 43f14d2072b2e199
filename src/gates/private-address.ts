/**
 * The address of the same film where it sets no cookies before it is played: a YouTube embed of youtube-nocookie.com;
 * any other address as it is. https://support.google.com/youtube/answer/171780
 */
export function privateAddress({href}: URL): string {
  const url = new URL(href);
  if (/^(www\.|m\.)?youtube\.com$/.test(url.hostname) && url.pathname.startsWith('/embed/'))
    url.hostname = 'www.youtube-nocookie.com';
  return url.href;
}
