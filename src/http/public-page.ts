/** What a public page is: something behind a secret link, shown to who has it, that may be answered there. */
import type { Html } from '#messages/html.ts';
import type { Locale } from '#messages/locales.ts';
import type { Context } from '#services/context.ts';
import type { OpenedLink } from '#services/public-links/public-links.ts';

/** What was typed into a form, by the names of its fields: plain text, cut to size. */
export type PageFields = Readonly<Record<string, string>>;

export interface PageView {
  readonly locale: Locale;
  /** What was done a moment ago: the answer of `take`, or null. From the address, so it chooses among words, nothing else. */
  readonly said: string | null;
  /** The code of the field problem that `take` refused with, and what was typed then. */
  readonly problem: string | null;
  readonly typed: PageFields;
}

/** The title, and what is between the head and the foot; forms in it post to the page itself: `<form method="post">`. */
export interface PageBody {
  readonly title: string;
  readonly body: Html;
}

export interface PublicPage {
  readonly kind: 'report' | 'survey';
  /** Throws not-found where there is nothing to see any more. `ctx` is the house's own. */
  show(ctx: Context, opened: OpenedLink, view: PageView): Promise<PageBody>;
  /** Takes in what was sent; throws bad-input for what does not fit. Answers what to say of it, as a short word. */
  take(ctx: Context, opened: OpenedLink, sent: { fields: PageFields; locale: Locale }): Promise<string>;
}
