import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { forgetGround, readGround } from './ground.ts';

export type QuarterGoal = 'keep' | 'lean-less' | 'new' | 'make-good';

export interface YearlyClosure {
  readonly from: string;
  readonly until: string;
  readonly label: string;
}

export interface FirmRow {
  readonly name: string;
  readonly timeZone: string;
  readonly defaultCountry: string;
  readonly closures: readonly YearlyClosure[];
  readonly partyId: string;
  readonly isDemo: boolean;
  readonly quarterGoal: QuarterGoal;
}

export type FirmChange = {
  readonly [K in 'name' | 'timeZone' | 'defaultCountry' | 'closures' | 'quarterGoal']?: FirmRow[K] | undefined;
};

export async function findFirmRow(db: Db): Promise<FirmRow | undefined> {
  return (await readGround(db)).firm;
}

export async function insertFirmRow(tx: Tx, row: Omit<FirmRow, 'quarterGoal'> & { createdAt: Date }): Promise<void> {
  forgetGround(tx);
  await tx
    .insertInto('firm')
    .values({
      name: row.name,
      time_zone: row.timeZone,
      default_country: row.defaultCountry,
      closures: JSON.stringify(row.closures),
      party_id: row.partyId,
      is_demo: row.isDemo,
      created_at: row.createdAt,
    })
    .execute();
}

export async function updateFirmRow(tx: Tx, row: Allowed<FirmRow>, change: FirmChange): Promise<void> {
  forgetGround(tx);
  await tx
    .updateTable('firm')
    .set({
      name: change.name ?? row.name,
      time_zone: change.timeZone ?? row.timeZone,
      default_country: change.defaultCountry ?? row.defaultCountry,
      closures: JSON.stringify(change.closures ?? row.closures),
      quarter_goal: change.quarterGoal ?? row.quarterGoal,
    })
    .execute();
}
