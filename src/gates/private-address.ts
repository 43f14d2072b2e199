/**
 * The address of the same film where it sets no cookies before it is played: a YouTube embed of youtube-nocookie.com.
 * https://support.google.com/youtube/answer/171780
 */
export const privateAddress = (address: string): string =>
  address.replace(
    /^(https:)?\/\/(www\.)?youtube\.com\/embed\//,
    'https://www.youtube-nocookie.com/embed/',
  );
