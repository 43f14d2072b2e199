/** Opens the preferences and looks after them until they are closed. */
export function open(dialog: HTMLDialogElement): void {
  dialog.showModal();
  // The heading, not the first button: a screen reader says where the visitor has come to.
  dialog.querySelector('h2')!.focus();

  // A click beside the dialog is a click on it. One that began inside, e.g. to select text, is none.
  let inside = false;
  dialog.addEventListener('pointerdown', ({target}) => (inside = target !== dialog));
  dialog.addEventListener('click', ({target}) => {
    if (target === dialog && !inside) dialog.close();
    inside = false;
  });

  // A modal dialog that a content blocker or the page's CSS hides would leave a dead page behind.
  const watch = setInterval(() => {
    if (!isRendered(dialog)) dialog.close();
    if (!dialog.open) clearInterval(watch);
  }, 250);
}

const isRendered = (dialog: HTMLElement): boolean =>
  // Safari has had it since 17.4.
  dialog.checkVisibility?.({opacityProperty: true, visibilityProperty: true}) ??
  dialog.getClientRects().length > 0;
