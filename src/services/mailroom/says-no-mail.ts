/** Whether somebody asks in so many words for no more mail. Only ever a question to whoever reads it. */
const sayings = [
  /\b(geen|nooit) (e-?mails?|mails?|mailtjes|berichten|nieuwsbrie(f|ven)|reclame)\b.{0,30}\b(meer|ontvangen|krijgen|sturen)\b/i,
  /\b(haal|haalt|verwijder|schrap)\b.{0,30}\b(mij|me|ons|mijn (mail)?adres)\b.{0,30}\b(lijst|bestand|mailinglijst|adressenlijst)\b/i,
  /\b(meld|schrijf)\b.{0,15}\b(mij|me|ons)\b.{0,20}\b(af|uit)\b/i,
  /\b(afmelden|uitschrijven)\b.{0,30}\b(graag|aub|a\.u\.b|alstublieft|alsjeblieft)\b|\b(graag|wil|wens)\b.{0,30}\b(afmelden|uitschrijven)\b/i,
  /\b(please )?(stop|quit)\b.{0,20}\b(e-?mailing|mailing|sending|writing)\b.{0,20}\b(me|us|mails?|this)\b/i,
  /\b(do not|don['’]t|no longer|not)\b.{0,25}\b(want|wish|e-?mail|send)\b.{0,30}\b(mails?|e-?mails?|newsletters?|me|us)\b.{0,20}\b(any ?more|again|any longer)\b/i,
  /\b(take|remove)\b.{0,15}\b(me|us|my address)\b.{0,15}\b(off|from)\b.{0,20}\blist\b/i,
  /\bunsubscribe (me|us)\b|^\W*unsubscribe\W*$/i,
];

export function saysNoMail(words: string): boolean {
  const line = words.slice(0, 2_000);
  return sayings.some((saying) => saying.test(line));
}
