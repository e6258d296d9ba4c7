/** What the headings of address books and other CRMs mean; Dutch and English, Outlook's and Google's exports included. */
export type PartyColumn =
  | 'id'
  | 'kind'
  | 'name'
  | 'given'
  | 'middle'
  | 'family'
  | 'organisation'
  | 'job'
  | 'mail'
  | 'phone'
  | 'street'
  | 'postal'
  | 'city'
  | 'country'
  | 'address'
  | 'birthday'
  | 'note'
  | 'role'
  | 'kvk'
  | 'branch'
  | 'vat'
  | 'iban'
  | 'salutation'
  | 'pronouns'
  | 'met'
  | 'houseNumber'
  | 'addition';

const headings: Readonly<Record<PartyColumn, RegExp>> = {
  id: /^(?:id|nr|nummer|(?:klant|debiteur|relatie|contact|customer|party)(?:nummer|nr|id|number|code)|externalid)$/,
  kind: /^(?:kind|soort|type|relatietype)$/,
  name: /^(?:name|naam|fullname|volledigenaam|weergavenaam|displayname|contact|contactpersoon|contactname|relatie)$/,
  given: /^(?:firstname|givenname|voornaam|voornamen)$/,
  middle: /^(?:middlename|additionalname|tussenvoegsels?|infix|voorvoegsels?)$/,
  family: /^(?:lastname|familyname|surname|achternaam|familienaam)$/,
  organisation:
    /^(?:company|companyname|organi[sz]ation(?:name|1name)?|employer|account|accountname|bedrijf|bedrijfsnaam|organisatie|organisatienaam|firma|werkgever)$/,
  job: /^(?:jobtitle|position|functie|functietitel|functieomschrijving|organi[sz]ation(?:1)?title)$/,
  mail: /^(?:primary|secondary|prive|privé|zakelijke?|werk|work|home|hoofd)?e?mail(?:adres|address)?\d?(?:value|address|adres)?$/,
  phone:
    /^(?!.*(?:fax|type|label|pager)).*(?:telefoon|telephone|phone|mobiel|mobile|gsm|^tel\d?$|telnr|telefoonnummer).*$/,
  street:
    /^(?:(?:business|home|other|werk|thuis)?(?:street|straat)(?:naam|1)?|straatenhuisnummer|adresregel1|addressline1|address1street)$/,
  postal: /^(?:(?:business|home|werk|thuis)?(?:postalcode|zip|zipcode|postcode)|address1postalcode)$/,
  city: /^(?:(?:business|home|werk|thuis)?(?:city|town|plaats|plaatsnaam|woonplaats|stad)|address1city)$/,
  country: /^(?:(?:business|home|werk|thuis)?(?:country|countryregion|land|landregio)|address1country)$/,
  address: /^(?:address|adres|address1formatted|homeaddress|businessaddress|bezoekadres|postadres)$/,
  birthday: /^(?:birthday|birthdate|dateofbirth|geboortedatum|verjaardag|geborenop)$/,
  note: /^(?:notes?|notities?|opmerking(?:en)?|comments?|remarks?|memo|omschrijving|description)$/,
  kvk: /^(?:kvk(?:nummer|nr)?|kamervankoophandel|cocnumber|chamberofcommerce(?:number)?)$/,
  branch: /^(?:vestigingsnummer|vestigingsnr|branchnumber)$/,
  vat: /^(?:btw(?:id|nummer|nr|identificatienummer)?|vat(?:id|number)?)$/,
  iban: /^(?:iban(?:nummer)?|bankrekening(?:nummer)?|rekeningnummer)$/,
  salutation: /^(?:aanhef|salutation|briefaanhef)$/,
  pronouns: /^(?:pronouns|voornaamwoorden)$/,
  met: /^(?:howwemet|kennisgemaakt|hoeontmoet|ontmoet|kennenvan)$/,
  houseNumber: /^(?:huisnummer|huisnr|housenumber)$/,
  addition: /^(?:toevoeging|huisnummertoevoeging|housenumberaddition)$/,
  role: /^(?:roles?|rol|rollen|labels?|categor(?:y|ies|ie|ieen|ieën)|groups?|groep(?:en)?|groupmembership|relatiesoort|tags?)$/,
};
const entries = Object.entries(headings) as [PartyColumn, RegExp][];

export function findPartyColumn(heading: string): PartyColumn | null {
  const word = heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return entries.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** A heading for someone's name or mail address, and at least one other known one. */
export function hasPartyHeader(header: readonly string[]): boolean {
  const found = new Set(header.map(findPartyColumn).filter((column) => column !== null));
  const names = (['name', 'given', 'family', 'organisation', 'mail'] as const).some((column) => found.has(column));
  return names && found.size >= 2;
}
