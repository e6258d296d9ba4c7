/** Whoever signs out leaves nothing of the house on the screen or the device; what waits to be sent waits for them. */
import { closeOutbox } from '../api/outbox.ts';
import { cache } from './cache.ts';
import { forgetMe } from './kept-me.ts';

export function forgetSession(): void {
  forgetMe();
  closeOutbox();
  cache.clear();
}
