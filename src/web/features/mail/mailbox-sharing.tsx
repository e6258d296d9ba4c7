/** What colleagues see of a mailbox. */
export function MailboxSharing(_props: { connectionId: string }) {
  return null;
}
