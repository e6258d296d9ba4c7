/** Where the program's own files are kept so that it opens without a connection. Nothing of the API ever comes here. */

/** Filled in by the build: a name for these very files, what the first screen needs, and everything else there is. */
declare const __BUILD__: {
  readonly version: string;
  readonly first: readonly string[];
  readonly rest: readonly string[];
};

const family = 'hecht-';
export const shelfName = `${family}${__BUILD__.version}`;
/** The page itself: one for every address of the app. It is kept with the headers of its own nonce. */
const shell = '/';
/** A tab that is still on the version before asks for pieces of that one. */
const versionsKept = 2;

export async function stockFirst(): Promise<void> {
  const shelf = await caches.open(shelfName);
  await shelf.addAll([shell, ...__BUILD__.first].map((path) => new Request(path, { cache: 'reload' })));
}

/** One after the other and only what is not there yet: who works meanwhile notices nothing. */
export async function stockRest(): Promise<void> {
  const shelf = await caches.open(shelfName);
  for (const path of __BUILD__.rest) {
    if (await shelf.match(path)) continue;
    await shelf.add(path).catch(() => undefined);
  }
}

export async function dropOldShelves(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(family));
  const others = ours.filter((name) => name !== shelfName);
  await Promise.all(others.slice(0, -(versionsKept - 1)).map((name) => caches.delete(name)));
}

/** The page from the network, while it answers in time; else as it was kept. */
export async function answerPage(request: Request, preloaded: Promise<Response | undefined>): Promise<Response> {
  const fresh = preloaded.then((response) => response ?? fetch(request));
  const kept = await (await caches.open(shelfName)).match(shell);
  if (!kept) return fresh;
  return Promise.race([fresh.catch(() => kept), afterPatience(kept)]);
}

const patienceMs = 6000;

function afterPatience(kept: Response): Promise<Response> {
  return new Promise((resolve) => setTimeout(() => resolve(kept), patienceMs));
}

/** Files whose name changes with their content: what is kept is right for ever. */
export async function answerFile(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(shelfName)).put(request, fresh.clone());
  return fresh;
}

export function isOurFile(path: string): boolean {
  return path.startsWith('/assets/') || __BUILD__.first.includes(path);
}
