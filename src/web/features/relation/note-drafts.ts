/** What one was writing when the form was closed: still there when it opens again. */
import type { RichText } from '#contract/rich-text.ts';

const drafts = new Map<string, RichText>();

export function readDraft(key: string): RichText | null {
  return drafts.get(key) ?? null;
}

export function keepDraft(key: string, body: RichText | null): void {
  if (body === null) drafts.delete(key);
  else drafts.set(key, body);
}
