/** What a service worker's scope has, and the library for pages does not tell: no more of it than is used here. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
declare const registration: ServiceWorkerRegistration;
declare function skipWaiting(): Promise<void>;

/** Filled in by the build: a hash of all files, and their paths below this script. */
const VERSION = '__OFFLINE_VERSION__';
const FILES = '__OFFLINE_FILES__';

/** One host can have several of these pages under different paths, and their caches are one heap. */
const CACHES_OF_THIS_PAGE = `webfaulon ${registration.scope} `;
const CACHE = CACHES_OF_THIS_PAGE + VERSION;

/** Every file or none: a version that could not be loaded whole does not replace the one before. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  // What is named after its content is what it was; of the rest the browser may have an older copy.
  const requests = FILES.split('\n').map((file) =>
    file.startsWith('assets/') ? file : new Request(file, { cache: 'reload' }),
  );
  await cache.addAll(requests);
}

/** Called when no page of an older version is open any more, or when a person asked for this one. */
async function dropOlderVersions(): Promise<void> {
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(CACHES_OF_THIS_PAGE) && name !== CACHE,
  );
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Of this version as it was built, so that its parts always fit; what is no part of it comes from the network. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const isPage = request.mode === 'navigate' && new URL(request.url).pathname === pathOfPage();
  const kept = await cache.match(isPage ? './' : request, { ignoreSearch: isPage, ignoreVary: true });
  return kept ?? fetch(request);
}

function pathOfPage(): string {
  return new URL(registration.scope).pathname;
}

addEventListener('install', (event) => (event as ExtendableEvent).waitUntil(keepFiles()));
addEventListener('activate', (event) => (event as ExtendableEvent).waitUntil(dropOlderVersions()));
addEventListener('message', ({ data }) => {
  if (data === 'take over') void skipWaiting();
});
addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent;
  if (request.method === 'GET') (event as FetchEvent).respondWith(answer(request));
});
