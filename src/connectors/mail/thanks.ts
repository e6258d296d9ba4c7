const thanksWord =
  /\b(?:bedankt|dank ?je ?wel|dank je|dank u(?: wel)?|dank jullie(?: wel)?|hartelijk dank|veel dank|dank voor|thanks|thank you|many thanks|thx)\b/i;
const notYet = /\b(?:alvast|bij voorbaat|in advance|vast bedankt|zou|would|kun|kunt|could)\b/i;
/** "Bedankt voor uw bestelling" is politeness of a form letter, not thanks for something given. */
const formulaic =
  /\b(?:bedankt|dank|thanks|thank you)\b.{0,30}\b(?:voor|for)\b.{0,12}\b(?:bestelling|aanmelding|inschrijving|interesse|belangstelling|begrip|geduld|bericht|reactie|e-?mail|mail|aandacht|medewerking|order|ordering|registration|registering|subscribing|signing up|interest|understanding|patience|message|reply|response|attention|cooperation|reading|purchase)\b/i;
const noThanks =
  /\b(?:nee|no),? (?:bedankt|dank|thanks|thank you)\b|\bno thanks\b|\bniet bedankt\b|\bthanks to\b|\bdankzij\b/i;
const given = /\b(?:voor|for|that|dat)\b/i;

/** The own words are plainly a thank-you for something: short, no question, not in advance, not a formula. */
export function isPlainThanks(ownWords: string): boolean {
  const text = ownWords.trim();
  if (text === '' || text.length > 400 || text.includes('?')) return false;
  return splitSentences(text).some(
    (sentence) =>
      thanksWord.test(sentence) &&
      given.test(sentence) &&
      !notYet.test(sentence) &&
      !formulaic.test(sentence) &&
      !noThanks.test(sentence),
  );
}

/** Sentences end at . ! ? or an empty line; a broken line is no end. */
export function splitSentences(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?])\s+(?=[\p{L}\p{N}"'(])/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}
