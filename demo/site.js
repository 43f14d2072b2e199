/*
 * The language switch. Both texts stand in the page; `<html lang>` says which is shown, and
 * consent-gate follows it. The choice travels in the address; only a visitor who has allowed
 * "your choices in the kit" finds it remembered.
 */
(() => {
  'use strict';

  const KEY = 'sdk_language';
  const root = document.documentElement;

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const first = () => {
    const asked = new URLSearchParams(location.search).get('lang') ?? remembered();
    const liked = navigator.languages?.find((tag) => /^(en|ru)\b/.test(tag)) ?? 'en';
    return /^(en|ru)$/.test(asked) ? asked : liked.slice(0, 2);
  };

  const withLanguage = (address) => {
    const url = new URL(address, location.href);
    url.searchParams.set('lang', root.lang);
    return url.pathname + url.search + url.hash;
  };

  const show = (language) => {
    root.lang = language;
    const title = document.querySelector('title');
    document.title = title.dataset[language] ?? title.textContent;
    for (const button of document.querySelectorAll('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    }
    for (const link of document.querySelectorAll('a[href^="/"]')) {
      link.setAttribute('href', withLanguage(link.getAttribute('href')));
    }
  };

  // Before the first paint; the rest of the page is not there yet.
  root.lang = first();
  addEventListener('DOMContentLoaded', () => show(root.lang));
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-language]');
    if (!button) return;
    show(button.dataset.language);
    history.replaceState(history.state, '', withLanguage(location.href));
    if (window.consentGate?.has('kit-preferences')) localStorage.setItem(KEY, root.lang);
  });

  window.withLanguage = withLanguage;
})();
