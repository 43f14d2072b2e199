/** The empty page: the article without any library. All differences are taken to it. */
export const emptyPage = {
  id: 'empty-page',
  title: 'empty page',
};
