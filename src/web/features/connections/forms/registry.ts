/** The kinds that can be connected here, in the order in which they are offered. */
import type { ConnectionKind } from '#contract/connection-kinds.ts';
import { caldavForm, icalForm } from './agenda-forms.tsx';
import { feedForm } from './feed-form.tsx';
import { imapForm } from './imap-form.tsx';
import type { KindForm } from './kind-form.ts';
import { blueskyForm, discourseForm, mastodonForm } from './social-forms.tsx';

type Forms = { readonly [Kind in ConnectionKind]?: KindForm<Kind> };

const forms: Forms = {
  imap: imapForm,
  caldav: caldavForm,
  ical: icalForm,
  bluesky: blueskyForm,
  mastodon: mastodonForm,
  discourse: discourseForm,
  feed: feedForm,
};

export const offeredKinds = Object.keys(forms) as ConnectionKind[];

/** Each form is only ever given settings of its own kind. */
export function formOf(kind: ConnectionKind): KindForm | undefined {
  return forms[kind] as KindForm | undefined;
}
