/*
 * Lets consent-gate in only when the service worker answers for the vendors. Each page has its tag in
 * a `<template data-when-ready>`, just as an owner would write it; here it is put in its place.
 */
(() => {
  'use strict';

  const WAIT = 10000;

  // Two kinds of request Firefox sends past the worker, to the real host: fetches with `keepalive`,
  // and what a page starts while it goes away. Here they go the usual way, or not at all. The tests,
  // which have a network of their own, do see them.
  const {fetch} = window;
  window.fetch = (resource, options) => fetch(resource, {...options, keepalive: false});
  window.__standIn = {unload: false};

  const controlled = async () => {
    if (!('serviceWorker' in navigator)) throw new Error('no service workers in this browser');
    const {serviceWorker} = navigator;
    const registration = await serviceWorker.register('/worker.js', {type: 'module'});
    if (!registration) throw new Error('service workers are switched off');
    if (serviceWorker.controller) return;
    const taken = new Promise((resolve, reject) => {
      serviceWorker.addEventListener('controllerchange', resolve, {once: true});
      setTimeout(() => reject(new Error('the worker has not taken over; reload the page')), WAIT);
    });
    registration.active?.postMessage('claim');
    await taken;
  };

  const letIn = () => {
    for (const template of document.querySelectorAll('template[data-when-ready]')) {
      template.replaceWith(document.importNode(template.content, true));
    }
  };

  const refuse = (error) => {
    const note = document.createElement('p');
    note.className = 'notice';
    note.setAttribute('role', 'alert');
    const russian = document.documentElement.lang === 'ru';
    note.textContent = russian
      ? `В этой демонстрации за счётчики отвечает service worker. Без него библиотека не загружена, чтобы ничего не ушло настоящим счётчикам (${error.message}).`
      : `In this demo a service worker answers for the vendors. Without it the library is not loaded, so that nothing reaches a real vendor (${error.message}).`;
    document.body.prepend(note);
  };

  const parsed = new Promise((resolve) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
    else resolve();
  });
  Promise.all([controlled(), parsed]).then(letIn, (error) => parsed.then(() => refuse(error)));
})();
