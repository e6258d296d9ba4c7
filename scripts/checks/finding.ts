/** What one check found: the problems fail it, the notes are printed either way. */
export type Finding = { problems: string[]; notes?: string[] };

export type Check = { name: string; run: () => Promise<Finding> };
