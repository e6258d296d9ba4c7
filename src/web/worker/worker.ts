/** The service worker: opens the program without a connection, and changes to a new version only when asked to. */
import { openTold, showPush } from './push.ts';
import { scope } from './scope.ts';
import { answerFile, answerPage, dropOldShelves, isOurFile, stockFirst, stockRest } from './shelf.ts';

scope.addEventListener('install', (event) => event.waitUntil(stockFirst()));

scope.addEventListener('activate', (event) => {
  // Also the page of the very first visit, so that it can go on without a connection.
  const begun = [dropOldShelves(), scope.registration.navigationPreload?.enable(), scope.clients.claim()];
  event.waitUntil(Promise.all(begun));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (request.mode === 'navigate') {
    if (isAppAddress(url.pathname)) event.respondWith(answerPage(request, event.preloadResponse));
  } else if (isOurFile(url.pathname)) event.respondWith(answerFile(request));
});

scope.addEventListener('push', (event) => event.waitUntil(showPush(event.data?.text())));

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openTold(event.notification.data));
});

scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
  if (event.data === 'stock') event.waitUntil(stockRest());
});

/** Downloads, feeds, the API's own pages and those behind a secret link are the server's to answer, or not. */
function isAppAddress(path: string): boolean {
  return !/^\/(api|health|assets|m|v)(\/|$)/.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path);
}
