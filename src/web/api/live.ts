/** Follows what others change in the house: one open answer of the server, or, where that cannot be, a look now and then. */
import type { LiveChange } from '#contract/live.ts';
import { isConnected, onConnection } from './connection.ts';

interface Following {
  readonly onChange: (change: LiveChange) => void;
  /** The session is no more. */
  readonly onEnd: () => void;
}

const [firstWaitMs, longestWaitMs] = [1_000, 30_000];
/** The server says every 20 s that it is still there; a proxy that holds that back makes following impossible. */
const silentAfterMs = 50_000;
const opensWithinMs = 10_000;
/** After so many tries in vain a look now and then takes its place; following is tried on. */
const patience = 2;
const lookEveryMs = 15_000;
/** A page that nobody looks at lets go of its place: browsers have six of them for a house. */
const hiddenAfterMs = 60_000;

/** Of what may have changed while nobody could tell. */
const whatever: LiveChange = {
  parties: 'many',
  topics: ['notifications', 'tasks', 'connections', 'proposals', 'mail', 'agenda', 'imports'],
};

let isFollowing = false;

/** While this is so nobody needs to ask whether something changed. */
export function isLive(): boolean {
  return isFollowing;
}

export function followHouse({ onChange, onEnd }: Following): () => void {
  let source: EventSource | null = null;
  let [waitMs, inVain] = [firstWaitMs, 0];
  /** From here on changes may have been missed; the page itself was read from its beginning on. */
  let heardAtMs = 0;
  const timers = { retry: 0, silence: 0, hidden: 0, look: 0 };

  const hear = (withinMs = silentAfterMs) => {
    if (isFollowing) heardAtMs = performance.now();
    window.clearTimeout(timers.silence);
    timers.silence = window.setTimeout(fail, withinMs);
  };
  const letGo = () => {
    isFollowing = false;
    source?.close();
    source = null;
    window.clearTimeout(timers.silence);
    window.clearTimeout(timers.retry);
  };
  const fail = () => {
    letGo();
    inVain += 1;
    if (!document.hidden && isConnected()) timers.retry = window.setTimeout(open, waitMs * (0.75 + Math.random() / 2));
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  };
  const open = () => {
    if (source || document.hidden || !isConnected()) return;
    const opened = new EventSource(`/api/live?ago=${Math.round(performance.now() - heardAtMs)}`);
    source = opened;
    opened.addEventListener('open', () => hear(opensWithinMs));
    // Named like this by the server: the headers alone may come from a proxy that holds the rest back.
    opened.addEventListener('open-stream', () => {
      [isFollowing, inVain, waitMs] = [true, 0, firstWaitMs];
      hear();
    });
    opened.addEventListener('beat', () => hear());
    opened.addEventListener('change', ({ data }) => {
      hear();
      onChange(JSON.parse(data) as LiveChange);
    });
    opened.addEventListener('ended', () => {
      letGo();
      onEnd();
    });
    opened.addEventListener('error', fail);
    hear(opensWithinMs);
  };
  const onVisible = () => {
    window.clearTimeout(timers.hidden);
    if (document.hidden) timers.hidden = window.setTimeout(letGo, hiddenAfterMs);
    else open();
  };
  const look = () => {
    if (!isFollowing && inVain >= patience && !document.hidden && isConnected()) onChange(whatever);
  };

  document.addEventListener('visibilitychange', onVisible);
  const stopListening = onConnection(() => (isConnected() ? open() : letGo()));
  timers.look = window.setInterval(look, lookEveryMs);
  open();
  return () => {
    letGo();
    window.clearTimeout(timers.hidden);
    window.clearInterval(timers.look);
    document.removeEventListener('visibilitychange', onVisible);
    stopListening();
  };
}
