import { type AnyFeed, parseFeed } from 'feedsmith';
import { htmlToOwnText } from '../mail/html-text.ts';
import { cutText, makeLine, makeStorable } from '../storable-text.ts';
import type { Feed, FeedAnswer, FeedEntry, FeedTask } from './feed-protocol.ts';

/** The process in which a stranger's feed is taken apart; it does one and ends. */
process.once('message', (task: FeedTask) => {
  process.send?.(readFeed(task.text) satisfies FeedAnswer, () => process.exit(0));
});
process.on('disconnect', () => process.exit(0));

/** Longer feeds give their newest. */
const mostEntries = 1_000;

function readFeed(text: string): FeedAnswer {
  try {
    return plainFeed(parseFeed(text));
  } catch {
    return null;
  }
}

function plainFeed({ format, feed }: AnyFeed): Feed {
  if (format === 'atom') {
    const entries = (feed.entries ?? []).map(({ id, title, links, published, updated, summary, content }) => {
      const link = (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href;
      return plainEntry({
        ...{ id, link, title: title?.value, date: published ?? updated },
        html: summary?.value ?? content?.value,
      });
    });
    return { title: plainLine(feed.title?.value), entries: entries.slice(0, mostEntries) };
  }
  if (format === 'json') {
    const entries = (feed.items ?? []).map((item) =>
      plainEntry({
        ...{ id: item.id, link: item.url ?? item.external_url, title: item.title },
        ...{
          date: item.date_published ?? item.date_modified,
          html: item.summary ?? item.content_text ?? item.content_html,
        },
      }),
    );
    return { title: plainLine(feed.title), entries: entries.slice(0, mostEntries) };
  }
  if (format === 'rdf') {
    const entries = (feed.items ?? []).map((item) =>
      plainEntry({
        ...{
          id: item.rdf?.about,
          link: item.link,
          title: item.title,
          date: item.dc?.dates?.[0],
          html: item.description,
        },
      }),
    );
    return { title: plainLine(feed.title), entries: entries.slice(0, mostEntries) };
  }
  const entries = (feed.items ?? []).map((item) => {
    const { guid, link, title, pubDate, description, content, dc } = item;
    const page = link ?? (guid?.isPermaLink === false ? undefined : guid?.value);
    return plainEntry({
      ...{ id: guid?.value, link: page, title, date: pubDate ?? dc?.dates?.[0], html: description ?? content?.encoded },
    });
  });
  return { title: plainLine(feed.title), entries: entries.slice(0, mostEntries) };
}

type Loose = Record<'id' | 'link' | 'title' | 'date' | 'html', unknown>;

function plainEntry({ id, link, title, date, html }: Loose): FeedEntry {
  const line = (value: unknown, length: number) => (typeof value === 'string' ? makeLine(value, length) : null);
  const address = line(link, 2_000);
  const heading = plainLine(title);
  const words = typeof html === 'string' ? htmlToOwnText(html.slice(0, 100_000)) : '';
  return {
    name: line(id, 2_000) ?? address ?? heading ?? makeLine(words, 200) ?? '',
    date: line(date, 100),
    title: heading,
    html: cutText(makeStorable(words).replace(/\s+/g, ' ').trim(), 500) || null,
    link: address,
  };
}

function plainLine(value: unknown): string | null {
  return typeof value === 'string' ? makeLine(htmlToOwnText(value.slice(0, 4_000)), 300) : null;
}
