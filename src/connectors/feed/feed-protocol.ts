/** What travels between the reader and the process in which a feed is taken apart. */
export interface FeedEntry {
  /** What the feed calls it; its address or title where it has no name. */
  readonly name: string;
  /** As it was written; null: no date. */
  readonly date: string | null;
  readonly title: string | null;
  readonly html: string | null;
  readonly link: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly entries: readonly FeedEntry[];
}

export interface FeedTask {
  readonly text: string;
}

/** Null: no feed, whatever it says it is. */
export type FeedAnswer = Feed | null;
