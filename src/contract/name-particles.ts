/** The small words between a given name and a family name. Server and browser read this: no Zod. */
const plain = "van de der den het 't ’t ten ter te von zu du da dos del des la le 's ’s d' d’ l' l’".split(' ');
const ofSentences = 'in op aan bij onder over uit tot di'.split(' ');

export const nameParticles: ReadonlySet<string> = new Set([...plain, ...ofSentences]);
/** Those that in a whole sentence too can only belong to a name: "Ans in Deventer" is no name. */
export const certainParticles: ReadonlySet<string> = new Set(plain);
