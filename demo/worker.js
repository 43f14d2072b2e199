import {answer} from './stand-ins/answer.mjs';

/*
 * Answers the vendors' real host names with the stand-ins and every other foreign host with an error,
 * so that no visitor of the demo ever reaches a vendor. Tells the page of each request, for the
 * ledger.
 */

const read = async (file) => (await fetch(`/stand-ins/${file}`)).text();

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
// A page that was loaded past the worker (with the shift key held) asks to be taken back.
self.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const {request, clientId} = event;
  const {origin} = new URL(request.url);
  const tell = async (status) => {
    const client = clientId && (await self.clients.get(clientId));
    client?.postMessage({request: {url: request.url, method: request.method, status}});
  };
  if (origin === self.location.origin) {
    event.waitUntil(tell(null));
    return;
  }
  event.respondWith(
    (async () => {
      const reply = await answer({url: request.url, method: request.method, origin}, read);
      await tell(reply ? reply.status : 0);
      if (!reply) return Response.error();
      const {status, headers, body} = reply;
      return new Response(status === 204 ? null : body, {status, headers});
    })(),
  );
});
