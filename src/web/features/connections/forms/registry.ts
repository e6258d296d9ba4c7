/** How each kind is asked for what it needs. */
import type { ConnectionKind } from '#contract/connection-kinds.ts';
import { caldavForm, icalForm } from './agenda-forms.tsx';
import { feedForm } from './feed-form.tsx';
import { imapForm } from './imap-form.tsx';
import type { KindForm } from './kind-form.ts';
import { isOffered, type OfferedKind } from './offered-kinds.ts';
import { blueskyForm, discourseForm, mastodonForm } from './social-forms.tsx';

type Forms = { readonly [Kind in OfferedKind]: KindForm<Kind> };

const forms: Forms = {
  imap: imapForm,
  caldav: caldavForm,
  ical: icalForm,
  bluesky: blueskyForm,
  mastodon: mastodonForm,
  discourse: discourseForm,
  feed: feedForm,
};

/** Each form is only ever given settings of its own kind. */
export function formOf(kind: ConnectionKind): KindForm | undefined {
  return isOffered(kind) ? (forms[kind] as KindForm) : undefined;
}
