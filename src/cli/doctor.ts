/** `hecht doctor`: is everything there, and is anything waiting that should not? */
import { access, constants, statfs } from 'node:fs/promises';
import { systemActor } from '#services/context.ts';
import { diagnose } from '#services/diagnose.ts';
import { type Command, CommandError } from './command.ts';

const leastFreeBytes = 1024 ** 3;

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'Look whether the house is healthy, and say what to do where it is not',
  async run({ contextFor, dataDir, say }) {
    const findings = [...(await lookAtDisk(dataDir)), ...(await diagnose(contextFor(systemActor)))];
    for (const { what, isWell, advice } of findings)
      say(`${isWell ? 'well ' : 'LOOK '} ${what}${isWell ? '' : `. ${advice}`}`);
    const ailing = findings.filter(({ isWell }) => !isWell).length;
    if (ailing > 0) throw new CommandError(`${ailing} of ${findings.length} need a look.`);
  },
};

async function lookAtDisk(dataDir: string) {
  const writable = await access(dataDir, constants.W_OK).then(
    () => true,
    () => false,
  );
  const { bavail, bsize } = await statfs(dataDir);
  const freeGigabytes = (bavail * bsize) / 1024 ** 3;
  return [
    {
      what: `the data folder ${dataDir} can be written`,
      isWell: writable,
      advice: 'Run as the account that owns it, or name another with HECHT_DATA.',
    },
    {
      what: `${freeGigabytes.toFixed(1)} GB is free there`,
      isWell: bavail * bsize >= leastFreeBytes,
      advice: 'Make room: a full disk stops everything that is written.',
    },
  ];
}
