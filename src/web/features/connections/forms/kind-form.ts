/** What the form of one kind of connection is: its fields, what it begins with, and whether a secret goes with it. */
import type { ComponentType } from 'react';
import type { ConnectionKind, ConnectionSettings } from '#contract/connection-kinds.ts';

export type SettingsOf<Kind extends ConnectionKind> = Extract<ConnectionSettings, { kind: Kind }>;

export interface FieldsProps<Kind extends ConnectionKind = ConnectionKind> {
  readonly settings: SettingsOf<Kind>;
  readonly onSettings: (settings: SettingsOf<Kind>) => void;
  readonly password: string;
  readonly onPassword: (password: string) => void;
  /** A connection that is there already is changed: its secret may stay what it is. */
  readonly isMending: boolean;
  /** What is wrong, by field name. */
  readonly problems: Readonly<Record<string, string>>;
}

export interface KindForm<Kind extends ConnectionKind = ConnectionKind> {
  readonly begin: (user: { readonly email: string }) => SettingsOf<Kind>;
  /** False: there is nothing to type that is secret. */
  readonly hasSecret: boolean;
  readonly Fields: ComponentType<FieldsProps<Kind>>;
}
