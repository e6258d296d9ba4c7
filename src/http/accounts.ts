/** The accounts that services may make and end, written in their own transaction. */
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '#services/app-error.ts';
import type { Accounts } from '#services/context.ts';
import type { Auth } from './auth.ts';

interface Options {
  readonly auth: Auth;
  readonly now: () => Date;
  /** Told of a user whose access ended, so that nothing remembered lets them in. */
  readonly forget: (userId: string) => void;
}

export function createAccounts({ auth, now, forget }: Options): Accounts {
  return {
    async create({ db, name, email, password, role, locale, partyId }) {
      const { password: passwords } = await auth.$context;
      const [id, at, address] = [uuidv7(), now(), email.trim().toLowerCase()];
      const hash = await passwords.hash(password);
      const row = { name, role, locale, party_id: partyId, removed_at: null, updated_at: at };
      const user = await db
        .insertInto('users')
        .values({ id, email: address, email_verified: true, created_at: at, ...row })
        // Who was let go may be let in again: the same row, a new password.
        .onConflict((conflict) => conflict.column('email').doUpdateSet(row).where('users.removed_at', 'is not', null))
        .returning('id')
        .executeTakeFirst();
      if (!user) throw new AppError('identity-taken', { params: { email: address } });
      await db.deleteFrom('accounts').where('user_id', '=', user.id).execute();
      const account = {
        id: uuidv7(),
        user_id: user.id,
        provider_id: 'credential',
        account_id: user.id,
        password: hash,
      };
      await db
        .insertInto('accounts')
        .values({ ...account, created_at: at, updated_at: at })
        .execute();
      return user.id;
    },

    async setPassword({ db, userId, password }) {
      const { password: passwords } = await auth.$context;
      const hash = await passwords.hash(password);
      await db
        .updateTable('accounts')
        .set({ password: hash, updated_at: now() })
        .where('user_id', '=', userId)
        .where('provider_id', '=', 'credential')
        .execute();
      await db.deleteFrom('sessions').where('user_id', '=', userId).execute();
      forget(userId);
    },

    async revoke({ db, userId }) {
      await db.deleteFrom('sessions').where('user_id', '=', userId).execute();
      await db.deleteFrom('api_keys').where('reference_id', '=', userId).execute();
      // A calendar and a browser that follow along are ways in as well.
      await db.deleteFrom('calendar_feeds').where('user_id', '=', userId).execute();
      await db.deleteFrom('push_subscriptions').where('user_id', '=', userId).execute();
      forget(userId);
    },
  };
}
