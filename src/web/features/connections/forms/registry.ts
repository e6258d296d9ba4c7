/** The kinds that can be connected here, in the order in which they are offered. */
import type { ConnectionKind } from '#contract/connection-kinds.ts';
import { caldavForm, icalForm } from './agenda-forms.tsx';
import { imapForm } from './imap-form.tsx';
import type { KindForm } from './kind-form.ts';

type Forms = { readonly [Kind in ConnectionKind]?: KindForm<Kind> };

const forms: Forms = { imap: imapForm, caldav: caldavForm, ical: icalForm };

export const offeredKinds = Object.keys(forms) as ConnectionKind[];

/** Each form is only ever given settings of its own kind. */
export function formOf(kind: ConnectionKind): KindForm | undefined {
  return forms[kind] as KindForm | undefined;
}
