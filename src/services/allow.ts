/** Who may do what to which row: the one place. Writing functions ask for its branded answer. */
import type { Allowed } from '#store/allowed.ts';
import type { SharingLevel } from '#store/mail-sharing.ts';
import { AppError, notFound } from './app-error.ts';
import type { Actor } from './context.ts';

/** What a decision can depend on; a row type names the parts it has. */
export interface Guarded {
  /** Set on a private row: the users who may see it at all. */
  readonly visibleTo?: readonly string[] | null;
  /** The mailbox owner (or the user an import or mark belongs to). */
  readonly ownerUserId?: string | null;
  /** What the owner of a mailbox lets colleagues see of it; left out: that and when. */
  readonly shownAs?: SharingLevel;
}

export type Action =
  | 'see'
  | 'edit'
  /** What a mail is about. */
  | 'read-subject'
  /** The text of a mail, and what was read in it. */
  | 'read-text'
  | 'share'
  /** What is a user's own: an import, a mark, a finding. */
  | 'use-own'
  /** The firm, its users, its parameters. */
  | 'govern';

export function isAllowed(actor: Actor, action: Action, row: Guarded): boolean {
  if (!maySee(actor, row)) return false;
  switch (action) {
    case 'see':
    case 'edit':
      return true;
    case 'read-subject':
      return isOpen(actor, row) || row.shownAs === 'subject';
    case 'read-text':
      return isOpen(actor, row);
    case 'share':
    case 'use-own':
      return isOwnerOf(actor, row);
    case 'govern':
      return actor.kind === 'system' || actor.role === 'owner';
  }
}

/** Throws not-found for what may not be seen, and not-allowed where seeing is allowed but the act is not. */
export function allow<Row extends object>(actor: Actor, action: Action, row: Row | undefined | null): Allowed<Row> {
  // A row without guarded parts is everybody's; the action alone decides then.
  const guarded: Guarded | null = row ?? null;
  if (row == null || guarded === null || !maySee(actor, guarded)) throw notFound();
  if (isAllowed(actor, action, guarded)) return row as Allowed<Row>;
  throw action === 'use-own' ? notFound() : new AppError('not-allowed');
}

/** The user who asks; the house itself has no rows of its own. */
export function userOf(actor: Actor): string {
  if (actor.kind === 'user') return actor.userId;
  throw new AppError('not-allowed');
}

/** For statements that leave out what this actor may not see; null sees no private row. */
export function viewerOf(actor: Actor): string | null {
  return actor.kind === 'user' ? actor.userId : null;
}

function isOpen(actor: Actor, row: Guarded): boolean {
  return row.ownerUserId == null || row.shownAs === 'all' || isOwnerOf(actor, row);
}

function maySee(actor: Actor, row: Guarded): boolean {
  if (row.ownerUserId != null && row.shownAs === 'nothing' && !isOwnerOf(actor, row)) return false;
  if (row.visibleTo == null) return true;
  return actor.kind === 'user' && row.visibleTo.includes(actor.userId);
}

function isOwnerOf(actor: Actor, row: Guarded): boolean {
  return actor.kind === 'user' && row.ownerUserId === actor.userId;
}
