/** What a command is, and what the house lends it. */
import type { Actor, Context } from '#services/context.ts';
import type { Db } from '#store/database.ts';

export interface Tools {
  readonly db: Db;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly publicUrl: string;
  readonly contextFor: (actor: Actor) => Context;
  readonly makeApiKey: (input: { userId: string; name: string }) => Promise<string>;
  /** What was asked for, on standard output. */
  readonly say: (line: string) => void;
  /** How it goes, on standard error. */
  readonly tell: (line: string) => void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** Lines of help for `hecht NAME --help`. */
  readonly help?: readonly string[];
  run(tools: Tools, args: readonly string[]): Promise<void>;
}

/** The command was used wrongly or cannot be done; the message says what to do instead. */
export class CommandError extends Error {}
