/** Foutcodes in woorden: wat er mis is en wat je kunt doen. */
import type { errors as shape } from '../en/errors.ts';

export const errors = {
  codes: {
    'bad-input': 'Er klopt nog iets niet in dit formulier. Bij het veld staat wat.',
    malformed: 'Dit was niet te lezen zoals het verstuurd werd. Laad de pagina opnieuw en probeer het nog eens.',
    'wrong-type': 'Dit kwam in een vorm die Hecht niet aanneemt. Laad de pagina opnieuw en probeer het nog eens.',
    'wrong-password': 'Dit adres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.',
    'not-signed-in': 'Je bent niet meer aangemeld. Meld je opnieuw aan; je werk blijft staan.',
    'not-found': 'Dit is er niet, of niet voor jou te zien. Misschien heeft een collega het weggehaald.',
    'not-allowed': 'Dat mag alleen een eigenaar van dit huis. Vraag het er een.',
    stale:
      'Een collega heeft dit gewijzigd terwijl je keek. Zo staat het nu; doe je wijziging opnieuw als die nog klopt.',
    conflict: 'Dit botst met wat er al staat. Laad de pagina opnieuw en kijk nog eens.',
    'idempotency-mismatch':
      'Hetzelfde verzoek kwam twee keer met andere inhoud. Laad de pagina opnieuw en probeer het nog eens.',
    'too-large': 'Dit is te groot om te versturen. Deel het op, of importeer het als bestand.',
    'too-many': 'Dat ging even te snel. Wacht een momentje en probeer het opnieuw.',
    unavailable:
      'Hecht kan even niet bij zijn database. Het probeert het zelf opnieuw; wat je bewaarde, blijft bewaard.',
    internal:
      'Er ging iets mis aan onze kant. Probeer het opnieuw; blijft het misgaan, geef dan het nummer hieronder aan je beheerder.',
    'setup-done': 'Dit huis heeft al een eigenaar. Meld je gewoon aan.',
    'wrong-token':
      'Dit is niet het token van dit huis. Het staat in het venster waarin Hecht is gestart; `hecht token` laat het nog eens zien.',
    'identity-taken': 'Dit adres of nummer hoort al bij een andere relatie.',
    'future-event': 'Dit ligt in de toekomst. Kies een moment dat al geweest is.',
    'unknown-source': 'Deze bron is hier niet bekend.',
    'import-not-ready': 'Deze import is daar nog niet klaar voor. Wacht tot hij is doorgekeken.',
    'import-unknown-format':
      'Dit bestand herkent Hecht niet. Het leest mbox, .eml, Maildir, Outlook (.pst), vCard, CSV en JSON Lines.',
    'import-busy': 'Er loopt nog een andere import van je. Deze wacht op zijn beurt.',
    'in-use': 'Dit wordt nog gebruikt. Haal het daar eerst weg, of laat het staan.',
    'mail-gone': 'Deze mail is al onderweg. Hij is niet meer te veranderen of terug te halen.',
    'unwilling-receiver':
      'Iemand in deze mail vroeg om geen mail waar niet om gevraagd is. Zeg dat die hierom vroeg, of laat diegene weg.',
    'last-owner': 'Dit is de laatste eigenaar. Maak eerst een collega eigenaar.',
  },
  offline: 'Hecht geeft geen antwoord. Kijk of het nog draait en probeer het opnieuw.',
  requestId: (id: string) => `Nummer voor de beheerder: ${id}`,
  title: 'Dat lukte niet',
  retry: 'Probeer opnieuw',
  crashed: 'Deze pagina struikelde. Je gegevens zijn veilig.',
  notFoundTitle: 'Hier is niets',
  notFoundText: 'Misschien is het adres verkeerd getypt, of is wat hier stond er niet meer.',
  /** What is wrong with one field, by the code of its problem. */
  problems: {
    required: 'Vul dit in.',
    'not-an-address': 'Dit kan niet kloppen. Kijk nog eens hoe je het schrijft.',
    'not-a-postcode': 'Een postcode is vier cijfers en twee letters: 7411 BT.',
    'not-a-house-number': 'Een huisnummer begint met cijfers; letters komen erachter.',
    'not-a-birthday': 'Schrijf het als 17 mei 1980, of 17 mei.',
    'not-a-kvk': 'Een KvK-nummer heeft 8 cijfers.',
    'not-a-branch': 'Een vestigingsnummer heeft 12 cijfers.',
    'not-a-vat': 'Dit btw-id klopt niet. In Nederland is het NL001234567B01.',
    'not-a-iban': 'Deze IBAN klopt niet. Kijk de cijfers na.',
    'not-a-text': 'Schrijf hier tekst.',
    'not-a-number': 'Schrijf hier een getal.',
    'not-a-date': 'Schrijf hier een datum.',
    'not-a-link': 'Dit is geen webadres.',
    'not-an-amount': 'Schrijf hier een bedrag.',
    'not-a-choice': 'Kies iets uit de lijst.',
    'not-a-relation': 'Kies een relatie.',
    'unknown-party': 'Deze relatie is er niet, of is niet voor jou.',
    'does-not-apply': 'Dit veld is niet voor dit soort relatie.',
    'nothing-said': 'Kies iets of schrijf het op.',
    'choice-does-not-fit': 'Deze keuze past niet bij het onderwerp.',
    'in-the-future': 'Kies een dag die al geweest is.',
    'link-overlaps':
      'In die tijd is dit verband er al. Zet eerst een einddatum bij het eerdere, of zeg sinds wanneer dit er is.',
    'until-before-from': 'Het einde ligt voor het begin.',
    'same-party': 'Kies iemand anders.',
    'same-name': 'Er is er al een met deze naam.',
    'needs-choices': 'Schrijf minstens één keuze.',
    'takes-no-choices': 'Dit soort veld heeft geen keuzes.',
    'time-without-day': 'Een tijd hoort bij een dag. Kies ook een dag.',
    'not-a-colleague': 'Kies een collega die zich kan aanmelden.',
    'may-not-see-relation': 'Deze collega mag die relatie niet zien. Kies een ander, of laat de relatie weg.',
    'rather-not': 'Hier is liever geen contact. Respecteer dat; wijzig eerst de wens als ze het zelf anders zeggen.',
    'choice-in-use': 'Een keuze die iemand heeft kan niet weg.',
  } as Record<string, string>,
  fields: {
    required: 'Vul dit in.',
    email: 'Dit lijkt geen mailadres.',
    passwordShort: 'Gebruik minstens 10 tekens; een kort zinnetje werkt goed.',
    future: 'Kies een moment dat al geweest is.',
  },
} satisfies typeof shape;
