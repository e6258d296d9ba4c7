/** While somebody is signed in: what others change stands on the screen within moments. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followHouse } from '../api/live.ts';
import { queries } from '../api/queries.ts';
import { createFreshener } from './freshen.ts';

/** After the first screen has what it needs. */
const beginsAfterMs = 400;

export function useLive(userId: string | undefined): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (userId === undefined) return;
    const freshener = createFreshener(cache);
    let stop: (() => void) | undefined;
    const waiting = window.setTimeout(() => {
      stop = followHouse({
        onChange: freshener.note,
        // Asking who one is leads to the way in.
        onEnd: () => void cache.invalidateQueries({ queryKey: queries.me().queryKey }),
      });
    }, beginsAfterMs);
    return () => {
      window.clearTimeout(waiting);
      stop?.();
      freshener.stop();
    };
  }, [cache, userId]);
}
