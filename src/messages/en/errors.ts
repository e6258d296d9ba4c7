/** Error codes in words: what is wrong and what to do. */
import type { ErrorCode } from '#contract/errors.ts';

export const errors = {
  codes: {
    'bad-input': 'Something in this form is not right yet. The field says what.',
    malformed: 'This could not be read as sent. Reload the page and try again.',
    'wrong-type': 'This was sent in a form Hecht does not take. Reload the page and try again.',
    'wrong-password': 'This address and password do not go together. Check both and try again.',
    'not-signed-in': 'You are no longer signed in. Sign in again; your work is kept.',
    'not-found': 'This is not here, or not for you to see. Perhaps a colleague removed it.',
    'not-allowed': 'Only an owner of this house may do that. Ask one.',
    stale:
      'A colleague changed this while you were looking. This is how it is now; make your change again if it still fits.',
    conflict: 'This clashes with what is already there. Reload the page and look again.',
    'idempotency-mismatch': 'The same request came twice with different content. Reload the page and try again.',
    'too-large': 'This is too large to send. Split it, or import it as a file.',
    'too-many': 'That went a little fast. Wait a moment and try again.',
    unavailable: 'Hecht cannot reach its database just now. It tries again by itself; nothing you saved is lost.',
    internal:
      'Something went wrong on our side. Try again; if it keeps happening, give the number below to whoever runs Hecht.',
    'setup-done': 'This house already has an owner. Sign in instead.',
    'wrong-token':
      'This is not the token of this house. You find it in the window where Hecht was started; `hecht token` prints it again.',
    'identity-taken': 'This address or number already belongs to another relation.',
    'future-event': 'This lies in the future. Choose a moment that has passed.',
    'unknown-source': 'This source is not known here.',
    'import-not-ready': 'This import is not ready for that yet. Wait until it has been looked through.',
    'import-unknown-format':
      'Hecht does not recognise this file. It reads mbox, .eml, Maildir, Outlook (.pst), vCard, CSV and JSON Lines.',
    'import-busy': 'Another import of yours is still running. This one waits its turn.',
    'in-use': 'This is still used. Take it away there first, or leave it.',
    'last-owner': 'This is the last owner. Make a colleague owner first.',
  } satisfies Record<ErrorCode, string> as Record<ErrorCode, string>,
  offline: 'Hecht does not answer. Check that it is still running and try again.',
  requestId: (id: string) => `Number for the administrator: ${id}`,
  title: 'That did not work',
  retry: 'Try again',
  crashed: 'This page stumbled. Your data is safe.',
  notFoundTitle: 'There is nothing here',
  notFoundText: 'The address may have been mistyped, or what stood here has gone.',
  fields: {
    required: 'Fill this in.',
    email: 'This does not look like a mail address.',
    passwordShort: 'Use at least 10 characters; a short sentence works well.',
    future: 'Choose a moment that has passed.',
  },
};
