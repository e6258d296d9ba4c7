/** Whatever is read again and again, one reader a kind. */
import { asReader, type Reader } from '#services/connections/reader.ts';
import { blueskyReader } from './bluesky/bluesky.ts';
import { caldavReader } from './caldav/caldav.ts';
import { discourseReader } from './discourse/discourse.ts';
import { drop } from './drop/drop.ts';
import { feedReader } from './feed/feed.ts';
import { icalReader } from './ical/ical.ts';
import { imapReader } from './imap/imap.ts';
import { mastodonReader } from './mastodon/mastodon.ts';

export const readers: readonly Reader[] = [
  asReader(blueskyReader),
  asReader(mastodonReader),
  asReader(feedReader),
  asReader(discourseReader),
  asReader(imapReader),
  asReader(caldavReader),
  asReader(icalReader),
  asReader(drop),
];
